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
        return answer(packing, budget, null);
    }

    /**
     * {@return the answer; places as many pods as it can within the budget}
     *
     * @param before an answer to much the same question, or null. If its placement still stands and no more pods are asked about or
     *     proved to be too many, or its certificate still proves, it is the answer
     */
    public static PackingAnswer answer(Packing packing, Budget budget, @Nullable PackingAnswer before) {
        Steps steps = new Steps(budget);
        Again again = new Again(packing);
        try {
            PackingAnswer still = before == null ? null : again.answer(before, steps);
            if (still != null) {
                return still;
            }
        } catch (Steps.Spent spent) {
            return new PackingAnswer.Undetermined(0, packing.pods(), null, steps.spent());
        }
        if (OneClass.asks(packing)) {
            return OneClass.answer(packing);
        }
        Question question = new Question(packing);
        Best best = new Best(question);
        try {
            steps.spend(1 + (long) question.nodes * question.classes / 32);
            if (before instanceof PackingAnswer.Fits fits && again.stands(fits.placed())) {
                best.offer(fits.placed());
            }
            Certificate noBetter = new CaseSearch(question, steps, best).exhaust();
            return answer(best, best.pods(), noBetter, steps.spent());
        } catch (Best.Settled settled) {
            return answer(best, best.atMost(), best.noMore(), steps.spent());
        } catch (Steps.Spent spent) {
            return answer(best, best.atMost(), best.noMore(), steps.spent());
        }
    }

    private static PackingAnswer answer(Best best, int atMost, @Nullable Certificate noMore, long steps) {
        Placement placement = best.placement();
        if (placement != null) {
            return new PackingAnswer.Fits(placement, atMost, noMore, steps);
        }
        return atMost == 0 && noMore != null
                ? new PackingAnswer.DoesNotFit(noMore, steps)
                : new PackingAnswer.Undetermined(best.sure(), atMost, noMore, steps);
    }
}
