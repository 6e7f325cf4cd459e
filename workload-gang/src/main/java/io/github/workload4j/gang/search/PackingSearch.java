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
        if (OneClass.asks(packing)) {
            return OneClass.answer(packing);
        }
        Steps steps = new Steps(budget);
        Question question = new Question(packing);
        Best best = new Best(question);
        try {
            steps.spend(1 + (long) question.nodes * question.classes / 32);
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
                : new PackingAnswer.Undetermined(0, atMost, noMore, steps);
    }
}
