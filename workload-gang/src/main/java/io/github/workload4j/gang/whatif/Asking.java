package io.github.workload4j.gang.whatif;

import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import java.util.function.LongFunction;

/** Asks one question after the other. Mutable, not thread-safe. */
final class Asking {

    private final Budget budget;
    private final boolean proved;
    private boolean allDecided = true;

    /**
     * Asks within a budget.
     *
     * @param proved whether it is proved that the question as it stands does not fit
     */
    Asking(Budget budget, boolean proved) {
        this.budget = budget;
        this.proved = proved;
    }

    Verdict ask(GroupQuestion question) {
        Verdict verdict = question.answer(budget);
        allDecided &= !(verdict instanceof Verdict.Undetermined);
        return verdict;
    }

    boolean fits(GroupQuestion question) {
        return ask(question) instanceof Verdict.Feasible;
    }

    /** {@return whether it is proved that the question as it stands does not fit} */
    boolean isProved() {
        return proved;
    }

    /** {@return whether no answer was undetermined, that to the question as it stands included} */
    boolean isAllDecided() {
        return allDecided && proved;
    }

    /** The last number that fits, and whether the next is proved not to. */
    record Edge(long last, boolean exact) {}

    /**
     * {@return the edge between numbers that fit and numbers that do not} An undetermined answer counts as one that does not fit, and is not
     * exact.
     *
     * @param yes a number known to fit
     * @param no a number known not to fit, above or below
     */
    Edge edge(long yes, long no, LongFunction<GroupQuestion> question) {
        long good = yes;
        long bad = no;
        boolean exact = proved;
        while (Math.abs(bad - good) > 1) {
            long middle = good + (bad - good) / 2;
            Verdict verdict = ask(question.apply(middle));
            if (verdict instanceof Verdict.Feasible) {
                good = middle;
            } else {
                bad = middle;
                exact = verdict instanceof Verdict.Infeasible;
            }
        }
        return new Edge(good, exact);
    }
}
