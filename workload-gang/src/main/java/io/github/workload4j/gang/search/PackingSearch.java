package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Decides a {@link Packing}: a placement of as many pods as can be, a certificate that there is none, or neither within the budget.
 *
 * <p>The same question and number of steps give the same answer on every machine. Interrupting the thread, like a deadline, ends the
 * search with what has been found until then; the interruption is left set.
 */
public final class PackingSearch {

    private PackingSearch() {}

    /** {@return the answer; places as many pods as it can within the budget} */
    public static PackingAnswer answer(Packing packing, Budget budget) {
        Steps steps = new Steps(budget);
        Question question = new Question(packing);
        Best best = new Best(question);
        Bound bound = best.trivial();
        Certificate refuted = null;
        try {
            steps.spend((long) question.nodes * question.classes / 32);
            CaseSearch search = new CaseSearch(question, steps, best);
            bound = search.bound();
            if (bound.atMost() == 0) {
                return new PackingAnswer.DoesNotFit(bound.weights(), steps.spent());
            }
            for (int target = 1; target <= bound.atMost() && refuted == null; target = best.pods() + 1) {
                refuted = search.refute(Case.start(question), target);
            }
        } catch (Steps.Spent spent) {
            // What has been found until now is the answer.
        }
        return answer(best, bound, refuted, steps.spent());
    }

    private static PackingAnswer answer(Best best, Bound bound, @Nullable Certificate refuted, long steps) {
        Placement placement = best.placement();
        if (placement == null) {
            return refuted != null
                    ? new PackingAnswer.DoesNotFit(refuted, steps)
                    : new PackingAnswer.Undetermined(0, bound.atMost(), noMore(best, bound), steps);
        }
        return refuted != null
                ? new PackingAnswer.Fits(placement, best.pods(), refuted, steps)
                : new PackingAnswer.Fits(placement, bound.atMost(), noMore(best, bound), steps);
    }

    private static @Nullable Certificate noMore(Best best, Bound bound) {
        return bound == best.trivial() ? null : bound.weights();
    }
}
