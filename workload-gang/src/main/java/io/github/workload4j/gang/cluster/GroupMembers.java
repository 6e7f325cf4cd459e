package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The members of one group, groups inside it left out.
 *
 * @param group the group
 * @param pods its members, in the order of their names
 * @param leaving those that are being deleted and never had a node, in the order of their names
 */
record GroupMembers(GroupRef group, List<Pod> pods, List<Pod> leaving) {

    static final Comparator<Pod> BY_NAME =
            Comparator.comparing(pod -> pod.metadata().name());

    static final KeyedPages.Key<GroupMembers> BY_GROUP = new KeyedPages.Key<>() {
        @Override
        public int hash(GroupMembers members) {
            return members.group.hashCode();
        }

        @Override
        public int compare(GroupMembers a, GroupMembers b) {
            return a.group.compareTo(b.group);
        }
    };

    /** {@return a group without members} */
    static GroupMembers none(GroupRef group) {
        return new GroupMembers(group, List.of(), List.of());
    }

    boolean isEmpty() {
        return pods.isEmpty() && leaving.isEmpty();
    }

    MemberCounts counts() {
        int running = 0;
        int pending = 0;
        int gated = 0;
        for (Pod pod : pods) {
            if (pod.isAssigned()) {
                running++;
            } else {
                pending++;
                gated += pod.spec().schedulingGates().isEmpty() ? 0 : 1;
            }
        }
        return new MemberCounts(running, pending, gated);
    }

    /**
     * {@return these members after some changes: for each name the pod that has it now, or null if it is gone}
     *
     * <p>Costs a copy, and a search for each change.
     */
    GroupMembers with(SortedMap<String, @Nullable Pod> changes) {
        return new GroupMembers(group, changed(pods, changes, false), changed(leaving, changes, true));
    }

    static boolean isLeaving(Pod pod) {
        return PodStanding.of(pod) == PodStanding.LEAVING;
    }

    private static List<Pod> changed(List<Pod> before, SortedMap<String, @Nullable Pod> changes, boolean leaving) {
        List<Pod> now = new ArrayList<>(before.size() + changes.size());
        int[] from = {0};
        changes.forEach((name, pod) -> {
            int place = place(before, from[0], name);
            now.addAll(before.subList(from[0], place));
            if (pod != null && isLeaving(pod) == leaving) {
                now.add(pod);
            }
            boolean isThere =
                    place < before.size() && before.get(place).metadata().name().equals(name);
            from[0] = isThere ? place + 1 : place;
        });
        now.addAll(before.subList(from[0], before.size()));
        return Collections.unmodifiableList(now);
    }

    /** {@return the place of the first pod, none before {@code from}, whose name does not come before this one} */
    private static int place(List<Pod> pods, int from, String name) {
        int low = from;
        int high = pods.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (pods.get(middle).metadata().name().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
