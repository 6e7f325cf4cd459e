package io.github.workload4j.gang.whatif;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Asks one question after the other. Each answer gets a quarter of what is left at most, so that a hard one leaves
 * something for the others; once next to nothing is left, no question is even put any more. Putting one is paid for
 * too. Mutable, not thread-safe.
 */
final class Probe {

    private static final int PARTS = 4;

    /** Fewer steps than this are not worth a question. */
    private static final long LITTLE = 1_000;

    /** About what one pod that comes or goes costs. */
    static final long CHANGED_POD = 500;

    private final GroupQuestion asked;
    private final WorkMeter meter;
    private final boolean proved;
    private boolean allDecided = true;
    private boolean ranOut;

    /**
     * Asks within what is left of a budget.
     *
     * @param asked the question as it stands
     * @param proved whether it is proved that it does not fit
     */
    Probe(GroupQuestion asked, WorkMeter meter, boolean proved) {
        this.asked = asked;
        this.meter = meter;
        this.proved = proved;
    }

    Verdict ask(Supplier<GroupQuestion> changed) {
        Verdict verdict = answer(changed);
        allDecided &= !(verdict instanceof Verdict.Undetermined);
        return verdict;
    }

    private Verdict answer(Supplier<GroupQuestion> changed) {
        if (hasNothingLeft()) {
            ranOut = true;
            return new Verdict.Undetermined(asked.about(), 0, asked.packing().pods(), stopped(), "", 0);
        }
        GroupQuestion question = changed.get();
        meter.trySpend(price(question));
        return question.answer(meter.part(PARTS));
    }

    /** {@return about what putting a question costs: a look at each node for each class} */
    static long price(GroupQuestion question) {
        return 1
                + (long) question.packing().classes().size()
                        * question.packing().nodes().count()
                        / 8;
    }

    /**
     * {@return whether this many pods may come or go in a snapshot: that is paid for now}
     *
     * <p>If not, nothing more is to be found out.
     */
    boolean mayChange(int pods) {
        boolean may = meter.trySpend(CHANGED_POD * pods);
        ranOut |= !may;
        allDecided &= may;
        return may;
    }

    private boolean hasNothingLeft() {
        return meter.isOver() || meter.left() < LITTLE;
    }

    private StopReason stopped() {
        StopReason stopped = meter.stopped();
        return stopped == null ? StopReason.STEPS : stopped;
    }

    /** {@return whether a question was not asked because nothing was left} */
    boolean ranOut() {
        return ranOut;
    }

    boolean fits(Supplier<GroupQuestion> question) {
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
    record Threshold(long last, boolean exact) {}

    /**
     * {@return the threshold between numbers that fit and numbers that do not}
     *
     * <p>An undetermined answer counts as one that does not fit, and is not exact.
     *
     * @param yes a number known to fit
     * @param no a number known not to fit, above or below
     */
    Threshold threshold(long yes, long no, LongFunction<GroupQuestion> question) {
        long good = yes;
        long bad = no;
        boolean exact = proved;
        while (Math.abs(bad - good) > 1) {
            if (hasNothingLeft()) {
                ranOut = true;
                return new Threshold(good, false);
            }
            long middle = good + (bad - good) / 2;
            Verdict verdict = ask(() -> question.apply(middle));
            if (verdict instanceof Verdict.Feasible) {
                good = middle;
            } else {
                bad = middle;
                exact = verdict instanceof Verdict.Infeasible;
            }
        }
        return new Threshold(good, exact);
    }
}
