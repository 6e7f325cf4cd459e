package io.github.workload4j.gang.explain;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds irreducible infeasible subsets (IIS) of requirements: each is dropped in turn, for good if the rest still
 * cannot be met (deletion filter; Chinneck and Dravnieks, <i>Locating Minimal Infeasible Constraint Sets in Linear
 * Programs</i>, 1991). If no member of a set would do alone, there is another set without any of them, which is looked
 * for in the same way. One answer of the kernel for each requirement and set, and one more for each member of the
 * first.
 */
final class Conflicts {

    private static final int MOST_SETS = 4;

    private final GroupQuestion question;
    private final FilterReasons[] refusals;
    private final AnswerShares answers;

    Conflicts(GroupQuestion question, FilterReasons[] refusals, AnswerShares answers) {
        this.question = question;
        this.refusals = refusals;
        this.answers = answers;
    }

    /** {@return sets that have no member in common; none if the group does not fit even without all requirements} */
    List<ConflictSet> find() {
        List<ConflictSet> sets = new ArrayList<>();
        List<Requirement> left = new Requirements(question, refusals).find();
        GroupQuestion rest = question;
        while (sets.size() < MOST_SETS) {
            ConflictSet set = minimal(rest, left, sets.isEmpty());
            if (set.requirements().isEmpty()) {
                return sets;
            }
            sets.add(set);
            for (ConflictSet.Dropped dropped : set.requirements()) {
                left.remove(dropped.requirement());
                rest = dropped.requirement().dropFrom(rest);
            }
            boolean last = set.requirements().stream().anyMatch(ConflictSet.Dropped::fits);
            if (last || !(answers.answer(rest) instanceof Verdict.Infeasible)) {
                return sets;
            }
        }
        return sets;
    }

    /**
     * {@return whether it is proved that the group does not fit even without all requirements, and would on one more
     * node that takes any number of pods: then the nodes are too few for that many pods}
     */
    boolean tooSmall() {
        GroupQuestion bare = question;
        for (Requirement requirement : new Requirements(question, refusals).find()) {
            bare = requirement.dropFrom(bare);
        }
        return answers.answer(bare) instanceof Verdict.Infeasible
                && answers.answer(bare.on(bare.snapshot().withNodes(List.of(endless())))) instanceof Verdict.Feasible;
    }

    /** {@return a node without labels that takes any number of pods that ask for nothing} */
    private Node endless() {
        String name = "endless";
        while (question.snapshot().indexOf(name) >= 0) {
            name += "-";
        }
        NodeStatus status = new NodeStatus(Map.of(), Map.of("pods", Quantity.of(Integer.MAX_VALUE)));
        return new Node(ObjectMeta.of(name), NodeSpec.OPEN, status);
    }

    /**
     * A minimal set, given that the rest does not fit. What people think of first is dropped last, so that it stays in
     * the set if it can.
     */
    private ConflictSet minimal(GroupQuestion rest, List<Requirement> all, boolean isFirst) {
        GroupQuestion bare = rest;
        List<Requirement> kept = new ArrayList<>();
        boolean minimal = true;
        for (int i = all.size() - 1; i >= 0; i--) {
            GroupQuestion without = all.get(i).dropFrom(bare);
            Verdict verdict = answers.answer(without);
            if (verdict instanceof Verdict.Infeasible) {
                bare = without;
            } else {
                kept.add(0, all.get(i));
                minimal &= verdict instanceof Verdict.Feasible;
            }
        }
        List<ConflictSet.Dropped> set = new ArrayList<>();
        for (Requirement requirement : kept) {
            boolean fits = isFirst && answers.answer(requirement.dropFrom(question)) instanceof Verdict.Feasible;
            set.add(new ConflictSet.Dropped(requirement, fits));
        }
        return new ConflictSet(set, minimal);
    }
}
