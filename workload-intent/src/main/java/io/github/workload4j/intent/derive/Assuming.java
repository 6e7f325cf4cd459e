package io.github.workload4j.intent.derive;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes for granted what groups wait for: their missing pods, and that gates open. */
final class Assuming {

    private final List<Pod> pods;
    private final Map<String, Integer> minima = new TreeMap<>();
    private final List<Completed> completed = new ArrayList<>();

    Assuming(Collection<Pod> pods, List<SchedulingObject> groups) {
        this.pods = new ArrayList<>(pods);
        for (SchedulingObject group : groups) {
            String namespace = group.metadata().namespaceOrDefault();
            if (group instanceof PodGroup podGroup) {
                minimum(
                        namespace + "/" + podGroup.metadata().name(),
                        podGroup.spec().schedulingPolicy());
            } else if (group instanceof Workload workload && workload.apiVersion() == ApiVersion.V1ALPHA1) {
                for (PodGroupTemplate each : workload.spec().podGroupTemplates()) {
                    minimum(namespace + "/" + workload.metadata().name() + "/" + each.name(), each.schedulingPolicy());
                }
            }
        }
    }

    private void minimum(String group, SchedulingPolicy policy) {
        SchedulingPolicy.Gang gang = policy.gang();
        minima.put(group, gang == null ? 0 : gang.minCount());
    }

    List<Pod> pods() {
        return pods;
    }

    List<Completed> completed() {
        return completed;
    }

    void assume(Set<Assumption> assumptions) {
        if (assumptions.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < pods.size(); i++) {
            String group = group(pods.get(i));
            if (group != null && !pods.get(i).isFinished()) {
                members.computeIfAbsent(group, none -> new ArrayList<>()).add(i);
            }
        }
        minima.keySet().forEach(group -> members.putIfAbsent(group, List.of()));
        Set<String> names = new HashSet<>();
        pods.forEach(pod ->
                names.add(pod.metadata().namespace() + "/" + pod.metadata().name()));
        members.forEach((group, some) -> {
            int ungated = assumptions.contains(Assumption.UNGATED) ? ungate(some) : 0;
            Completed all = assumptions.contains(Assumption.COMPLETE)
                    ? complete(group, some, names)
                    : new Completed("", "", List.of(), 0, 0);
            if (ungated > 0 || !all.pods().isEmpty() || all.missing() > 0) {
                int slash = group.indexOf('/');
                completed.add(new Completed(
                        group.substring(0, slash), group.substring(slash + 1), all.pods(), ungated, all.missing()));
            }
        });
    }

    private static @Nullable String group(Pod pod) {
        String namespace = pod.metadata().namespaceOrDefault();
        WorkloadRef workload = pod.spec().workloadRef();
        if (workload != null) {
            return namespace + "/" + workload.name() + "/" + workload.podGroup()
                    + (workload.podGroupReplicaKey().isEmpty() ? "" : "/" + workload.podGroupReplicaKey());
        }
        PodSchedulingGroup group = pod.spec().schedulingGroup();
        return group == null || group.podGroupName() == null ? null : namespace + "/" + group.podGroupName();
    }

    private int ungate(List<Integer> members) {
        int ungated = 0;
        for (int member : members) {
            Pod pod = pods.get(member);
            if (!pod.spec().schedulingGates().isEmpty() && !pod.isAssigned()) {
                pods.set(
                        member,
                        pod.withSpec(pod.spec().toBuilder()
                                .schedulingGates(List.of())
                                .build()));
                ungated++;
            }
        }
        return ungated;
    }

    private Completed complete(String group, List<Integer> members, Set<String> names) {
        int missing = minimum(group) - members.size();
        if (missing <= 0) {
            return new Completed("", "", List.of(), 0, 0);
        }
        Map<PodSpec, Pod> kinds = new LinkedHashMap<>();
        for (int member : members) {
            Pod pod = pods.get(member);
            kinds.putIfAbsent(pod.spec().toBuilder().nodeName("").build(), pod);
        }
        if (kinds.size() != 1 || missing > Derivation.MOST) {
            return new Completed("", "", List.of(), 0, missing);
        }
        Map.Entry<PodSpec, Pod> like = kinds.entrySet().iterator().next();
        ObjectMeta metadata = like.getValue().metadata();
        List<String> made = new ArrayList<>();
        for (int i = 0; made.size() < missing; i++) {
            String name = group.substring(group.lastIndexOf('/') + 1) + "-missing-" + i;
            if (names.add(metadata.namespace() + "/" + name)) {
                made.add(name);
                ObjectMeta own = ObjectMeta.builder()
                        .namespace(metadata.namespace())
                        .name(name)
                        .labels(metadata.labels())
                        .annotations(metadata.annotations())
                        .build();
                pods.add(new Pod(own, like.getKey(), PodStatus.EMPTY));
            }
        }
        return new Completed("", "", made, 0, 0);
    }

    /** A replica key has the minimum of its group. */
    private int minimum(String group) {
        Integer known = minima.get(group);
        if (known == null && group.chars().filter(c -> c == '/').count() == 3) {
            known = minima.get(group.substring(0, group.lastIndexOf('/')));
        }
        return known == null ? 0 : known;
    }
}
