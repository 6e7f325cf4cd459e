package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.group.GroupFacts;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.group.Membership;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions about pods of no group, each as if it were alone in a group that is made up for it. Such a pod waits, as a
 * controller would create it anew: without a node, a status and gates, and whatever group it was in.
 *
 * <p>Group constraints, volumes' owners and device claims of its own are the caller's to think of. Thread-safe, as the
 * questions are.
 *
 * @since 0.1.0
 */
public final class SinglePods {

    private static final GroupFacts NO_FACTS = new GroupFacts(ApiVersion.V1BETA1, null, null, null, false, null, null);

    private SinglePods() {}

    /**
     * {@return the question whether a group fits together with some pods, every one of which must be placed; in any
     * order, by the rules of the group's question}
     *
     * <p>Takes time linear in members, and in kinds of pods times nodes.
     *
     * @param question whether the group fits, in a snapshot without these pods
     * @param pods the pods, each of a name of its own; wherever they say that they are
     */
    public static GroupQuestion beside(GroupQuestion question, List<Pod> pods) {
        requireNonNull(question, "question");
        requireNonNull(pods, "pods");
        return question(question, question.snapshot(), List.of(question.tree()), pods);
    }

    /**
     * {@return whether a pod may be placed in a snapshot, by the rules of a question}
     *
     * @param question gives the release; its group is not looked at
     * @param snapshot nodes and pods, without this pod
     * @param pod the pod, wherever it says that it is
     * @param node name of the node that it is to come to; null for any
     * @param meter what the answer may spend
     * @throws IllegalArgumentException if the snapshot has no such node
     */
    public static Verdict admission(
            GroupQuestion question, ClusterSnapshot snapshot, Pod pod, @Nullable String node, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(pod, "pod");
        requireNonNull(meter, "meter");
        GroupQuestion alone = question(question, snapshot, List.of(), List.of(pod));
        if (node == null) {
            return alone.answer(meter);
        }
        int index = snapshot.indexOf(node);
        if (index < 0) {
            throw new IllegalArgumentException("node: " + node + " (expected: a node of the snapshot)");
        }
        long[] only = new long[snapshot.nodes() + 63 >> 6];
        only[index >> 6] = 1L << index;
        return alone.within(only).answer(meter);
    }

    private static GroupQuestion question(
            GroupQuestion rules, ClusterSnapshot world, List<GroupTree> groups, List<Pod> pods) {
        List<GroupTree> trees = new ArrayList<>(groups);
        ClusterSnapshot snapshot = world;
        for (int p = 0; p < pods.size(); p++) {
            // No object of a cluster has a blank in its name.
            String name = "single pod " + p;
            Pod pod = pods.get(p);
            snapshot = snapshot.put(new Pod(
                    pod.metadata(),
                    pod.spec().toBuilder()
                            .nodeName("")
                            .schedulingGates(List.of())
                            .workloadRef(null)
                            .schedulingGroup(new PodSchedulingGroup(name))
                            .build(),
                    PodStatus.EMPTY));
            GroupRef ref = GroupRef.podGroup(pod.metadata().namespace(), name);
            trees.add(new GroupTree(ref, 1, false, null, null, List.of(), NO_FACTS));
        }
        GroupRef all = GroupTree.NOBODY;
        GroupTree root = new GroupTree(
                all, trees.size(), false, null, null, trees, trees.get(0).facts());
        Membership membership = Membership.of(snapshot, trees);
        GroupSummary about = new GroupSummary(
                all,
                trees.size(),
                membership.counts(root),
                List.of(),
                rules.about().release());
        return GroupQuestion.of(snapshot, root, membership, about, null);
    }
}
