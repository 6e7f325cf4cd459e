package io.github.workload4j.gang.search;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckedAnswer;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.StepPrice;
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
        return answer(
                requireNonNull(packing, "packing"),
                requireNonNull(budget, "budget").meter());
    }

    /** {@return the same within what is left of a budget} */
    public static PackingAnswer answer(Packing packing, WorkMeter meter) {
        requireNonNull(packing, "packing");
        requireNonNull(meter, "meter");
        return search(packing, meter, null);
    }

    /**
     * The answer after a change, checked, and undetermined if the checker refuses it: the old one if its evidence still decides the question, which takes microseconds to see where only some
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
        PackingAnswer found = search(packing, budget.meter(), start);
        try {
            return CheckedAnswer.of(packing, found);
        } catch (IllegalArgumentException refused) {
            return CheckedAnswer.of(
                    packing,
                    new PackingAnswer.Undetermined(
                            Placement.empty(), packing.pods(), null, StopReason.DEFECT, found.steps()));
        }
    }

    /**
     * The answer to a question, asked for itself or within another.
     *
     * @param start a placement to begin with, if there is one
     */
    static PackingAnswer search(Packing packing, WorkMeter meter, @Nullable Placement start) {
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
            return answer(incumbent, incumbent.atMost(), incumbent.noMore(), StopReason.DEPTH, meter.spent() - before);
        } catch (WorkMeter.Stopped stopped) {
            return answer(incumbent, incumbent.atMost(), incumbent.noMore(), stopped.reason(), meter.spent() - before);
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
