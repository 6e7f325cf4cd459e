package io.github.workload4j.gang.search;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckedAnswer;
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
        requireNonNull(packing, "packing");
        requireNonNull(budget, "budget");
        return search(packing, new Steps(budget), null);
    }

    /**
     * The answer after a change: the old one if its evidence still decides the question, which takes microseconds to see where only some
     * nodes have changed, or else what the search finds, starting from the old placement if that still stands.
     *
     * @param before an answer to much the same question
     * @param packing the question now, such as {@code before.packing().on(nodes)}
     */
    public static CheckedAnswer again(CheckedAnswer before, Packing packing, Budget budget) {
        requireNonNull(before, "before");
        requireNonNull(packing, "packing");
        requireNonNull(budget, "budget");
        if (before.isDecided()) {
            CheckedAnswer still = before.on(packing).orElse(null);
            if (still != null && still.isDecided()) {
                return still;
            }
        }
        boolean stands = before.isPlacedOn(packing);
        Placement start = stands && before.answer() instanceof PackingAnswer.Fits fits ? fits.placed() : null;
        return CheckedAnswer.of(packing, search(packing, new Steps(budget), start));
    }

    /**
     * The answer to a question, asked for itself or within another.
     *
     * @param start a placement to begin with, if there is one
     */
    static PackingAnswer search(Packing packing, Steps steps, @Nullable Placement start) {
        if (OneClass.asks(packing)) {
            return OneClass.answer(packing);
        }
        Question question = new Question(packing);
        Best best = new Best(question);
        try {
            steps.spend(1 + (long) question.nodes * question.classes / 32);
            if (start != null) {
                best.offer(start);
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
