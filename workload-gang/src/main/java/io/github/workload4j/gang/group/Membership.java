package io.github.workload4j.gang.group;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who belongs to the groups of a tree, to the scheduler that tries it.
 *
 * <p>That is the one that the pending pods name: {@code default-scheduler} if some do, or else the first by name.
 * Pending pods of another scheduler are none of its, and nobody waits for them; pods that run are members, whoever
 * scheduled them.
 */
public final class Membership {

    private static final String DEFAULT_SCHEDULER = "default-scheduler";

    private final Map<GroupRef, Leaf> leaves = new HashMap<>();
    private final Set<String> schedulers = new TreeSet<>();
    private final Set<String> otherSchedulers = new TreeSet<>();

    /** Pods of a group of pods, in the order of their names. */
    private record Leaf(List<Pod> running, List<Pod> queued, int foreign, int leaving) {}

    private Membership() {}

    /** {@return the members of one tree} */
    public static Membership of(ClusterSnapshot snapshot, GroupTree root) {
        return of(snapshot, List.of(root));
    }

    /** {@return the members of several trees, each tried by a scheduler of its own} */
    public static Membership of(ClusterSnapshot snapshot, List<GroupTree> roots) {
        Membership membership = new Membership();
        for (GroupTree root : roots) {
            membership.add(snapshot, root);
        }
        return membership;
    }

    private void add(ClusterSnapshot snapshot, GroupTree root) {
        Set<String> named = new TreeSet<>();
        for (GroupTree leaf : root.leaves()) {
            for (Pod pod : snapshot.membersOf(leaf.ref())) {
                if (!pod.isAssigned()) {
                    named.add(schedulerOf(pod));
                }
            }
        }
        String ours = named.isEmpty() || named.contains(DEFAULT_SCHEDULER)
                ? DEFAULT_SCHEDULER
                : named.iterator().next();
        schedulers.add(ours);
        named.remove(ours);
        otherSchedulers.addAll(named);
        for (GroupTree leaf : root.leaves()) {
            leaves.put(leaf.ref(), leaf(snapshot, leaf.ref(), ours, named.isEmpty()));
        }
    }

    private static Leaf leaf(ClusterSnapshot snapshot, GroupRef ref, String scheduler, boolean allOurs) {
        List<Pod> running = new ArrayList<>();
        List<Pod> queued = new ArrayList<>();
        int foreign = 0;
        for (Pod pod : snapshot.membersOf(ref)) {
            if (pod.isAssigned()) {
                running.add(pod);
            } else if (allOurs || schedulerOf(pod).equals(scheduler)) {
                queued.add(pod);
            } else {
                foreign++;
            }
        }
        int leaving = 0;
        for (Pod pod : snapshot.leavingOf(ref)) {
            leaving += schedulerOf(pod).equals(scheduler) ? 1 : 0;
        }
        return new Leaf(running, queued, foreign, leaving);
    }

    static String schedulerOf(Pod pod) {
        String named = pod.spec().schedulerName();
        return named.isEmpty() ? DEFAULT_SCHEDULER : named;
    }

    private Leaf of(GroupTree leaf) {
        return leaves.getOrDefault(leaf.ref(), new Leaf(List.of(), List.of(), 0, 0));
    }

    /** {@return the pending pods of a leaf that its scheduler knows, held by gates or not} */
    public List<Pod> queued(GroupTree leaf) {
        return of(leaf).queued;
    }

    /** {@return the pods of a group that run, of the groups inside as well} */
    public List<Pod> running(GroupTree group) {
        List<Pod> running = new ArrayList<>();
        for (GroupTree leaf : group.leaves()) {
            running.addAll(of(leaf).running);
        }
        return running;
    }

    /** {@return members of a group, of the groups inside as well} */
    public MemberCounts counts(GroupTree group) {
        int running = 0;
        int queued = 0;
        int gated = 0;
        for (GroupTree each : group.leaves()) {
            Leaf leaf = of(each);
            running += leaf.running.size();
            queued += leaf.queued.size();
            for (Pod pod : leaf.queued) {
                gated += pod.spec().schedulingGates().isEmpty() ? 0 : 1;
            }
        }
        return new MemberCounts(running, queued, gated);
    }

    /**
     * {@return pods of a leaf that count where it needs enough: members, and those that are being deleted before they
     * had a node}
     *
     * @param withForeign whether pods of other schedulers count as well
     */
    int quorum(GroupTree leaf, boolean withForeign) {
        Leaf own = of(leaf);
        return own.running.size() + own.queued.size() + own.leaving + (withForeign ? own.foreign : 0);
    }

    /** {@return the schedulers that try the trees} */
    Set<String> schedulers() {
        return schedulers;
    }

    /** {@return the schedulers of pending pods that are none of theirs} */
    Set<String> otherSchedulers() {
        return otherSchedulers;
    }
}
