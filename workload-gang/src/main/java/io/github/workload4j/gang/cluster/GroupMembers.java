package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

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

    GroupMembers with(Pod pod) {
        return isLeaving(pod)
                ? new GroupMembers(group, pods, with(pod, leaving))
                : new GroupMembers(group, with(pod, pods), leaving);
    }

    GroupMembers without(Pod pod) {
        return isLeaving(pod)
                ? new GroupMembers(group, pods, without(pod, leaving))
                : new GroupMembers(group, without(pod, pods), leaving);
    }

    static boolean isLeaving(Pod pod) {
        return PodStanding.of(pod) == PodStanding.LEAVING;
    }

    private static List<Pod> with(Pod pod, List<Pod> pods) {
        int place = -Collections.binarySearch(pods, pod, BY_NAME) - 1;
        Pod[] more = new Pod[pods.size() + 1];
        for (int i = 0; i < more.length; i++) {
            more[i] = i == place ? pod : pods.get(i < place ? i : i - 1);
        }
        return Collections.unmodifiableList(Arrays.asList(more));
    }

    private static List<Pod> without(Pod pod, List<Pod> pods) {
        List<Pod> fewer = new ArrayList<>(pods.size());
        for (Pod each : pods) {
            if (each != pod) {
                fewer.add(each);
            }
        }
        return fewer.size() == pods.size() ? pods : Collections.unmodifiableList(fewer);
    }
}
