package io.github.workload4j.intent.kind.kubernetes;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.ReplicatedJobs;
import io.github.workload4j.intent.draft.SchedulingBlocks;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JobSet ({@code jobset.x-k8s.io/v1alpha2}, release 0.12). A {@code spec.scheduling}, which no release has yet,
 * is read as its development line has it.
 */
public final class JobSetReader {

    private static final String EXCLUSIVE = "alpha.jobset.sigs.k8s.io/exclusive-topology";

    private final Draft draft;
    private final ReplicatedJobs jobs;
    private final Map<String, ShapeDraft> shapes = new HashMap<>();

    private JobSetReader(Draft draft) {
        this.draft = draft;
        this.jobs = ReplicatedJobs.of(draft, draft.spec());
        for (ReplicatedJobs.Part part : jobs.parts()) {
            ShapeDraft shape = draft.shape(part.name(), pods(part), part.template())
                    .label(
                            "jobset.sigs.k8s.io/jobset-name",
                            draft.object.source().name())
                    .label("jobset.sigs.k8s.io/replicatedjob-name", part.name())
                    .numbered("jobset.sigs.k8s.io/job-index")
                    .endedAfter(draft.seconds(part.deadline()));
            shapes.putIfAbsent(part.name(), shape);
        }
    }

    public static void read(Draft draft) {
        draft.suspended(draft.spec().field("suspend"));
        JobSetReader reader = new JobSetReader(draft);
        PlainValue scheduling = draft.spec().field("scheduling");
        if (scheduling.isThere()) {
            reader.scheduling(scheduling);
        } else {
            reader.released();
        }
    }

    private long pods(ReplicatedJobs.Part part) {
        return draft.product(part.value(), part.replicas(), part.podsPerJob());
    }

    private List<ShapeDraft> shapes(List<ReplicatedJobs.Part> parts) {
        return parts.stream().map(part -> shapes.get(part.name())).toList();
    }

    private void released() {
        PlainValue exclusive = draft.annotation(EXCLUSIVE);
        String key = draft.text(exclusive);
        if (!key.isEmpty()) {
            draft.lose(exclusive, Loss.Kind.APPROXIMATED, "one domain for each Job, but not for it alone");
            exclusive(key);
        } else if (draft.isUnit() && !jobs.isSequenced() && !Kueue.isQueued(draft)) {
            List<ShapeDraft> all = shapes(jobs.parts());
            long pods = all.stream().mapToLong(shape -> shape.pods).sum();
            draft.add(GroupDraft.ofPods("all", pods, all));
        } else {
            for (ReplicatedJobs.Part part : jobs.parts()) {
                ShapeDraft shape = shapes.get(part.name());
                draft.add(GroupDraft.ofPods(part.name(), draft.isUnit() ? shape.pods : 0, shape)
                        .phase(part.phase()));
            }
        }
    }

    /** A group for each Job, each in one domain. */
    private void exclusive(String key) {
        boolean together = draft.isUnit() && !jobs.isSequenced() && !Kueue.isQueued(draft);
        GroupDraft all = together ? draft.add(GroupDraft.ofGroups("all", 0)) : null;
        for (ReplicatedJobs.Part part : jobs.parts()) {
            if (pods(part) == 0) {
                continue;
            }
            perJob(
                    part,
                    GroupDraft.ofPods(
                                    part.name(),
                                    draft.isUnit() ? part.podsPerJob() : 0,
                                    shapes.get(part.name()).times(part.podsPerJob()))
                            .key(key)
                            .in(all));
            if (all != null) {
                all.minimum += part.replicas();
            }
        }
    }

    private void perJob(ReplicatedJobs.Part part, GroupDraft group) {
        draft.add(group.phase(part.phase()).instances(part.replicas()));
    }

    private void scheduling(PlainValue scheduling) {
        List<PlainValue> entries = scheduling.field("replicatedJobs").items();
        SchedulingBlocks global = SchedulingBlocks.of(draft, scheduling).orGang();
        if (entries.isEmpty() && !jobs.isSequenced()) {
            List<ShapeDraft> all = shapes(jobs.parts());
            draft.add(global.group(
                    "all", all.stream().mapToLong(shape -> shape.pods).sum(), all));
            return;
        }
        SchedulingBlocks inherited = jobs.isSequenced() ? global.withoutMinimum() : global;
        Set<String> named = new HashSet<>();
        for (PlainValue entry : entries) {
            List<ReplicatedJobs.Part> targets = targets(entry, named);
            SchedulingBlocks own = SchedulingBlocks.of(draft, entry);
            PlainValue job = entry.field("job");
            if (job.isThere()) {
                SchedulingBlocks each = SchedulingBlocks.of(draft, job).over(global.withoutMinimum());
                for (ReplicatedJobs.Part target : targets) {
                    if (pods(target) > 0) {
                        ShapeDraft shape = shapes.get(target.name()).times(target.podsPerJob());
                        perJob(target, each.group(target.name(), Math.max(1, target.parallelism()), shape));
                    }
                }
            } else if (!targets.isEmpty()) {
                together(targets, own.over(inherited));
            }
        }
        for (ReplicatedJobs.Part part : jobs.parts()) {
            if (!named.contains(part.name())) {
                together(List.of(part), inherited);
            }
        }
    }

    private void together(List<ReplicatedJobs.Part> parts, SchedulingBlocks blocks) {
        List<ShapeDraft> together = shapes(parts);
        String name =
                String.join("-", parts.stream().map(ReplicatedJobs.Part::name).toList());
        int phase = parts.stream().mapToInt(ReplicatedJobs.Part::phase).max().orElse(0);
        draft.add(blocks.group(
                        name, together.stream().mapToLong(shape -> shape.pods).sum(), together)
                .phase(phase));
    }

    private List<ReplicatedJobs.Part> targets(PlainValue entry, Set<String> named) {
        List<ReplicatedJobs.Part> targets = new ArrayList<>();
        for (PlainValue target : entry.field("targetReplicatedJobs").items()) {
            String name = draft.text(target);
            ReplicatedJobs.Part part = part(name);
            if (part == null) {
                draft.wrong(target, "there is no part `" + name + "`", "");
            } else if (named.add(name)) {
                targets.add(part);
            }
        }
        return targets;
    }

    private ReplicatedJobs.@Nullable Part part(String name) {
        return jobs.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
