package io.github.workload4j.intent.draft;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code replicatedJobs} of a JobSet, or of the JobSet that a training runtime is a template of. */
public final class ReplicatedJobs {

    private final List<Part> parts = new ArrayList<>();

    /** Whether some parts come after others. */
    private boolean isSequenced;

    private ReplicatedJobs() {}

    /**
     * One of them.
     *
     * @param value where it is
     * @param name its name
     * @param replicas how many Jobs there are
     * @param podsPerJob how many pods each of them runs at the same time
     * @param parallelism how many it says
     * @param phase 0, or more if it waits for others
     */
    public record Part(PlainValue value, String name, long replicas, long podsPerJob, long parallelism, int phase) {

        /** {@return after how many seconds each of its Jobs ends its pods} */
        public PlainValue deadline() {
            return value.field("template").field("spec").field("activeDeadlineSeconds");
        }

        public PlainValue template() {
            return value.field("template").field("spec").field("template");
        }
    }

    public static ReplicatedJobs of(Draft draft, PlainValue spec) {
        ReplicatedJobs jobs = new ReplicatedJobs();
        PlainValue order = spec.field("startupPolicy");
        boolean inOrder = draft.text(order.field("startupPolicyOrder")).equals("InOrder");
        Map<String, Integer> phases = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (PlainValue value : spec.field("replicatedJobs").items()) {
            String name = draft.name(value.field("name"), names);
            int phase = inOrder ? jobs.parts.size() : phase(draft, value.field("dependsOn"), phases);
            phases.putIfAbsent(name, phase);
            PlainValue job = value.field("template").field("spec");
            long parallelism = draft.count(job.field("parallelism"), 1);
            long pods = Math.min(parallelism, draft.count(job.field("completions"), Long.MAX_VALUE));
            jobs.parts.add(new Part(value, name, draft.count(value.field("replicas"), 1), pods, parallelism, phase));
            jobs.isSequenced |= phase > 0;
        }
        if (inOrder && jobs.isSequenced) {
            draft.lose(order, Loss.Kind.APPROXIMATED, "order becomes phases");
        }
        return jobs;
    }

    private static int phase(Draft draft, PlainValue dependsOn, Map<String, Integer> phases) {
        int phase = 0;
        for (PlainValue target : dependsOn.items()) {
            String name = draft.text(target.field("name"));
            Integer of = phases.get(name);
            if (of == null) {
                draft.wrong(
                        target,
                        "there is no part `" + name + "` before this one",
                        "a part can wait for parts that stand before it");
            } else {
                phase = Math.max(phase, of + 1);
            }
        }
        if (phase > 0) {
            draft.lose(dependsOn, Loss.Kind.APPROXIMATED, "order becomes phases");
        }
        return phase;
    }

    public List<Part> parts() {
        return parts;
    }

    public boolean isSequenced() {
        return isSequenced;
    }
}
