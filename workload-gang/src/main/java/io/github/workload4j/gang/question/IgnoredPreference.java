package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A wish of pods, which decides where the scheduler puts them among the nodes that are allowed. It never decides what
 * fits, and a placement does not look at it.
 *
 * @param what what it is
 * @param pods number of pending pods that wish it
 * @param example one of them, as {@code namespace/name}
 */
public record IgnoredPreference(What what, int pods, String example) {

    public IgnoredPreference {
        requireNonNull(what, "what");
        requireNonNull(example, "example");
    }

    /**
     * {@return the wishes of the pending pods of a group and the groups inside it, in the order of {@link What}, in
     * time linear in pods}
     */
    public static List<IgnoredPreference> of(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        List<Pod> pending = groups.leavesOf(requireNonNull(group, "group")).stream()
                .flatMap(leaf -> snapshot.membersOf(leaf).stream())
                .filter(pod -> !pod.isAssigned())
                .toList();
        List<IgnoredPreference> found = new ArrayList<>();
        for (What what : What.values()) {
            List<Pod> wishing = pending.stream().filter(what.isWished).toList();
            if (!wishing.isEmpty()) {
                Pod first = wishing.get(0);
                found.add(new IgnoredPreference(
                        what, wishing.size(), first.metadata().qualifiedName()));
            }
        }
        return found;
    }

    /** What is wished. */
    public enum What {
        /** Nodes the pod would rather go to. */
        PREFERRED_NODE_AFFINITY(
                "preferredNodeAffinity", rather(a -> !a.preferredNodeAffinity().isEmpty())),
        /** Pods it would rather be with. */
        PREFERRED_POD_AFFINITY(
                "preferredPodAffinity", rather(a -> !a.preferredPodAffinity().isEmpty())),
        /** Pods it would rather not be with. */
        PREFERRED_POD_ANTI_AFFINITY(
                "preferredPodAntiAffinity",
                rather(a -> !a.preferredPodAntiAffinity().isEmpty())),
        /** Topology spread with {@code whenUnsatisfiable: ScheduleAnyway}. */
        SCHEDULE_ANYWAY(
                "scheduleAnyway",
                pod -> pod.spec().topologySpreadConstraints().stream()
                        .anyMatch(constraint -> constraint.whenUnsatisfiable().equals("ScheduleAnyway")));

        private final String code;
        private final Predicate<Pod> isWished;

        What(String code, Predicate<Pod> isWished) {
            this.code = code;
            this.isWished = isWished;
        }

        private static Predicate<Pod> rather(Predicate<Affinity> some) {
            return pod ->
                    Optional.ofNullable(pod.spec().affinity()).filter(some).isPresent();
        }

        /** {@return the machine word, such as {@code scheduleAnyway}} */
        public String code() {
            return code;
        }
    }
}
