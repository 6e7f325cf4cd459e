package io.github.workload4j.gang.question;

import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.group.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several groups as one question: how many of them fit together. */
final class SeveralGroups {

    private SeveralGroups() {}

    /** {@return the question whose root is a group of those that may be tried; empty if they are too few} */
    static Optional<GroupQuestion> question(ClusterSnapshot snapshot, Groups groups, List<GroupRef> some, int minimum) {
        List<GroupTree> trees = new ArrayList<>();
        List<GroupQuestion> opened = new ArrayList<>();
        for (GroupRef ref : some) {
            if (Feasibility.open(snapshot, groups, ref) instanceof Opening.Open single
                    && trees.stream()
                            .noneMatch(tree ->
                                    tree.ref().equals(single.question().tree().ref()))) {
                trees.add(single.question().tree());
                opened.add(single.question());
            }
        }
        if (trees.size() < minimum || trees.isEmpty()) {
            return Optional.empty();
        }
        GroupRef all = GroupTree.NOBODY;
        GroupTree root = new GroupTree(
                all, minimum, false, null, null, trees, trees.get(0).facts());
        Membership membership = Membership.of(snapshot, trees);
        AnswerRelease release = opened.get(0).about().release();
        return Optional.of(GroupQuestion.of(
                snapshot,
                root,
                membership,
                new GroupSummary(all, minimum, membership.counts(root), List.of(), release),
                new QuestionOrigin(groups, List.copyOf(some), minimum, List.of())));
    }
}
