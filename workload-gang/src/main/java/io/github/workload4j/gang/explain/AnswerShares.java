package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.search.PackingSearch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one explanation: each gets a quarter of what is left at most, and no more than the verdict's own cost
 * is worth. Mutable, not thread-safe.
 */
final class AnswerShares {

    private static final int PARTS = 4;

    private final WorkMeter meter;
    private final long most;
    private boolean complete = true;

    /**
     * Answers within what is left of a budget.
     *
     * @param most most steps for one of them
     */
    AnswerShares(WorkMeter meter, long most) {
        this.meter = meter;
        this.most = most;
    }

    Verdict answer(GroupQuestion question) {
        Verdict verdict = question.answer(meter.part(PARTS, most));
        note(verdict instanceof Verdict.Undetermined open ? open.stopped() : null);
        return verdict;
    }

    PackingAnswer answer(Packing packing) {
        WorkMeter share = meter.part(PARTS, most);
        PackingAnswer answer = share.isChecked()
                ? checked(packing, PackingSearch.answer(packing, share.allBut(PARTS)), share)
                : PackingSearch.answer(packing, share);
        note(answer instanceof PackingAnswer.Undetermined open ? open.stopped() : null);
        return answer;
    }

    /** {@return the answer as far as the checker believes it} */
    private static PackingAnswer checked(Packing packing, PackingAnswer answer, WorkMeter share) {
        PackingChecker checker = new PackingChecker(packing, share);
        Optional<CheckFailure> objection = checker.objectionTo(answer);
        if (objection.isEmpty()) {
            return answer;
        }
        boolean limit = objection.get().rule() == CheckFailure.Rule.LIMIT;
        // A bound whose proof could not be looked at to the end is none, but the placement may be good.
        return limit
                        && answer instanceof PackingAnswer.Fits fits
                        && checker.objectionTo(fits.placed()).isEmpty()
                ? new PackingAnswer.Fits(fits.placed(), packing.pods(), null, fits.steps())
                : new PackingAnswer.Undetermined(
                        Placement.empty(),
                        packing.pods(),
                        null,
                        limit ? StopReason.CERTIFICATE : StopReason.DEFECT,
                        answer.steps());
    }

    private void note(@Nullable StopReason stopped) {
        complete &= stopped == null;
    }

    /** {@return whether all questions were decided} */
    boolean areComplete() {
        return complete;
    }
}
