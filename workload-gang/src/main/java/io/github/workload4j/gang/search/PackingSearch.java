package io.github.workload4j.gang.search;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.CheckedAnswer;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.StepPrice;
import org.jspecify.annotations.Nullable;

/**
 * Decides a {@link Packing}: a placement of as many pods as possible, a certificate that there is none, or neither
 * within the budget.
 *
 * <p>The same question and number of steps give the same answer on every machine. Interrupting the thread ends the
 * search, as a deadline does, with what has been found until then. The interruption stays set.
 */
public final class PackingSearch {

    /** Of an answer that is checked at once, the check keeps one part in this many. */
    private static final int PARTS = 16;

    private PackingSearch() {}

    /** {@return the answer; it places as many pods as the budget allows to find} */
    public static PackingAnswer answer(Packing packing, Budget budget) {
        return answer(
                requireNonNull(packing, "packing"),
                requireNonNull(budget, "budget").meter());
    }

    /** {@return the answer within what a meter has left} */
    public static PackingAnswer answer(Packing packing, WorkMeter meter) {
        requireNonNull(packing, "packing");
        requireNonNull(meter, "meter");
        return search(packing, meter, null);
    }

    /**
     * The checked answer to a question that has changed a little.
     *
     * <p>If the evidence of the old answer still decides the question, that is the answer; where only some nodes have
     * changed, this takes microseconds. Or else the search runs, and starts from the old placement if that still
     * stands. An answer that the checker refuses, or cannot look at within the budget, becomes undetermined.
     *
     * @param before an answer to a similar question
     * @param packing the question as it is now, such as {@code before.packing().on(nodes)}
     */
    public static CheckedAnswer again(CheckedAnswer before, Packing packing, Budget budget) {
        return again(before, packing, requireNonNull(budget, "budget").meter());
    }

    /** {@return the same within what a meter has left, the check included} */
    public static CheckedAnswer again(CheckedAnswer before, Packing packing, WorkMeter meter) {
        requireNonNull(before, "before");
        requireNonNull(packing, "packing");
        requireNonNull(meter, "meter");
        if (before.isDecided()) {
            CheckedAnswer still = before.on(packing, meter).orElse(null);
            if (still != null && still.isDecided()) {
                return still;
            }
        }
        boolean stands = before.isPlacedOn(packing);
        Placement start = stands && before.answer() instanceof PackingAnswer.Fits fits ? fits.placed() : null;
        return CheckedAnswer.believed(packing, search(packing, meter.allBut(PARTS), start), meter);
    }

    /**
     * Answers a question, asked for itself or as a part of another.
     *
     * @param start a placement to start from, or null
     */
    static PackingAnswer search(Packing packing, WorkMeter meter, @Nullable Placement start) {
        if (packing.resourceBeyondRange().isPresent()) {
            return new PackingAnswer.Undetermined(Placement.empty(), packing.pods(), null, StopReason.AMOUNTS, 0);
        }
        if (EqualPods.asks(packing)) {
            PackingAnswer answer = EqualPods.answer(packing);
            meter.trySpend(answer.steps());
            return answer;
        }
        ReducedPacking reduced = new ReducedPacking(packing);
        Incumbent incumbent = new Incumbent(reduced);
        long before = meter.spent();
        try {
            meter.spend(StepPrice.ofReduction(reduced.nodes, reduced.classes));
            if (start != null) {
                incumbent.offer(start);
            }
            Certificate noBetter = new GroupSearch(reduced, meter, incumbent).exhaust();
            return answer(incumbent, incumbent.pods(), noBetter, StopReason.DEPTH, meter.spent() - before);
        } catch (Incumbent.Settled settled) {
            return answer(
                    incumbent, incumbent.upperBound(), incumbent.noMore(), StopReason.DEPTH, meter.spent() - before);
        } catch (WorkMeter.Stopped stopped) {
            return answer(
                    incumbent, incumbent.upperBound(), incumbent.noMore(), stopped.reason(), meter.spent() - before);
        }
    }

    private static PackingAnswer answer(
            Incumbent incumbent, int atMost, @Nullable Certificate noMore, StopReason stopped, long steps) {
        Placement placement = incumbent.placement();
        if (placement != null) {
            return new PackingAnswer.Fits(placement, atMost, noMore, steps);
        }
        return atMost == 0 && noMore != null
                ? new PackingAnswer.DoesNotFit(noMore, steps)
                : new PackingAnswer.Undetermined(incumbent.together(), atMost, noMore, stopped, steps);
    }
}
