package io.github.workload4j.cli.input;

import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What pods say and answers do not act on: that they belong to a group of another scheduler. */
final class OddPods {

    /** Labels by which other schedulers find the pods of a group, and who they are. */
    private static final Map<String, String> LABELS = Map.of(
            "scheduling.x-k8s.io/pod-group", "the coscheduling plug-in",
            "pod-group.scheduling.sigs.k8s.io", "the coscheduling plug-in",
            "pod-group.scheduling.sigs.k8s.io/name", "the coscheduling plug-in");

    private OddPods() {}

    public static List<String> warnings(List<Pod> pods, List<SchedulingObject> groups) {
        List<String> warnings = new ArrayList<>();
        addStrangers(pods, groups, warnings);
        return warnings;
    }

    /** Says of each PodGroup that no pod names, which pods carry its name as a label of another scheduler. */
    private static void addStrangers(List<Pod> pods, List<SchedulingObject> groups, List<String> to) {
        Set<GroupRef> withPods = new HashSet<>();
        pods.forEach(pod -> GroupRef.of(pod).ifPresent(withPods::add));
        for (SchedulingObject object : groups) {
            if (!(object instanceof PodGroup group)) {
                continue;
            }
            GroupRef ref = GroupRef.podGroup(
                    group.metadata().namespace(), group.metadata().name());
            if (withPods.contains(ref)) {
                continue;
            }
            for (Pod pod : pods) {
                String label = label(pod, ref);
                if (label != null) {
                    to.add("PodGroup " + ref + " has no pods; pods such as "
                            + pod.metadata().qualifiedName()
                            + " carry its name in the label "
                            + label + " of " + LABELS.get(label)
                            + " (expected: spec.schedulingGroup.podGroupName, which is what kube-scheduler reads)");
                    break;
                }
            }
        }
    }

    private static @Nullable String label(Pod pod, GroupRef group) {
        for (String label : LABELS.keySet().stream().sorted().toList()) {
            boolean same = pod.metadata().namespaceOrDefault().equals(group.namespace())
                    && group.name().equals(pod.metadata().labels().get(label));
            if (same) {
                return label;
            }
        }
        return null;
    }
}
