package io.github.workload4j.cli.verify;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.replay.Replay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the placement or the proof that an answer claims looked at by the checkers of the library. */
final class ClaimCheck {

    private final Replay replay;

    ClaimCheck(Replay replay) {
        this.replay = replay;
    }

    /** {@return what a checker has to say against the evidence of a verdict, or empty} */
    Optional<String> objectionTo(Verdict verdict) {
        if (verdict instanceof Verdict.Infeasible infeasible) {
            return objectionTo(infeasible.evidence(), 1);
        }
        if (verdict instanceof Verdict.Feasible feasible) {
            return replay.objections(feasible).stream()
                    .findFirst()
                    .map(Object::toString)
                    .or(() -> objectionTo(feasible.noMore(), feasible.atMost() + 1));
        }
        return Optional.empty();
    }

    private static Optional<String> objectionTo(@Nullable Evidence evidence, int atLeast) {
        return evidence instanceof Evidence.Certified certified
                ? new PackingChecker(certified.packing())
                        .objectionTo(certified.certificate(), atLeast)
                        .map(Object::toString)
                : Optional.empty();
    }
}
