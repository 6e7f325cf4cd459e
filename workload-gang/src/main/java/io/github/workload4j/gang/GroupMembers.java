package io.github.workload4j.gang;

import io.github.workload4j.api.core.Pod;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The members of one group, groups inside it left out.
 *
 * @param group the group
 * @param pods its members, in the order of their names
 */
record GroupMembers(GroupRef group, Pod[] pods) {

    static final Comparator<Pod> BY_NAME =
            Comparator.comparing(pod -> pod.metadata().name());

    private static final Pod[] NO_PODS = {};

    static final KeyedPages.Key<GroupMembers> BY_GROUP = new KeyedPages.Key<>() {
        @Override
        public int hash(GroupMembers members) {
            return members.group.hashCode();
        }

        @Override
        public boolean same(GroupMembers a, GroupMembers b) {
            return a.group.equals(b.group);
        }
    };

    /** {@return a group without members} */
    static GroupMembers none(GroupRef group) {
        return new GroupMembers(group, NO_PODS);
    }

    GroupMembers with(Pod pod) {
        int place = -Arrays.binarySearch(pods, pod, BY_NAME) - 1;
        Pod[] more = new Pod[pods.length + 1];
        System.arraycopy(pods, 0, more, 0, place);
        more[place] = pod;
        System.arraycopy(pods, place, more, place + 1, pods.length - place);
        return new GroupMembers(group, more);
    }

    GroupMembers without(Pod pod) {
        return new GroupMembers(group, NodePods.remove(pods, pod));
    }
}
