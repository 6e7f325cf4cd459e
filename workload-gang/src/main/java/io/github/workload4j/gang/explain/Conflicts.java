package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.Refusals;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a minimal set of requirements that cannot be met together: each is dropped in turn, for good if the rest still cannot be met (deletion
 * filter; Chinneck and Dravnieks, <i>Locating Minimal Infeasible Constraint Sets in Linear Programs</i>, 1991). One answer of the kernel for
 * each requirement, and one more for each of the set.
 */
final class Conflicts {

    private final GroupQuestion question;
    private final Refusals[] refusals;
    private final Budget budget;

    Conflicts(GroupQuestion question, Refusals[] refusals, Budget budget) {
        this.question = question;
        this.refusals = refusals;
        this.budget = budget;
    }

    /** {@return one minimal set; empty if the group does not fit even without all requirements} */
    List<ConflictSet> find() {
        List<Requirement> all = new Requirements(question, refusals).find();
        GroupQuestion bare = question;
        List<Requirement> kept = new ArrayList<>();
        boolean minimal = true;
        // What people think of first is dropped last, so that it stays in the set if it can.
        for (int i = all.size() - 1; i >= 0; i--) {
            GroupQuestion without = all.get(i).dropFrom(bare);
            Verdict verdict = without.answer(budget);
            if (verdict instanceof Verdict.Infeasible) {
                bare = without;
            } else {
                kept.add(0, all.get(i));
                minimal &= verdict instanceof Verdict.Feasible;
            }
        }
        if (kept.isEmpty()) {
            return List.of();
        }
        List<ConflictSet.Dropped> set = new ArrayList<>();
        for (Requirement requirement : kept) {
            Verdict alone = requirement.dropFrom(question).answer(budget);
            set.add(new ConflictSet.Dropped(requirement, alone instanceof Verdict.Feasible));
        }
        return List.of(new ConflictSet(set, minimal));
    }
}
