package io.github.workload4j.cli.verify;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.check.DeviceCheck;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.replay.Replay;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has the placement or the proof that an answer claims looked at by the checkers of the library. */
final class ClaimCheck {

    private final Replay replay;

    ClaimCheck(Replay replay) {
        this.replay = replay;
    }

    /**
     * {@return what a checker has to say against the evidence of a verdict, or empty}
     *
     * @param devices what the inputs say of devices, in numbers
     */
    Optional<String> objectionTo(Verdict verdict, Supplier<Optional<ClaimedDevices>> devices) {
        if (verdict instanceof Verdict.Infeasible infeasible) {
            return objectionTo(infeasible.evidence(), 1, devices);
        }
        if (verdict instanceof Verdict.Feasible feasible) {
            return replay.objections(feasible).stream()
                    .findFirst()
                    .map(Object::toString)
                    .or(() -> objectionTo(feasible.noMore(), feasible.atMost() + 1, devices));
        }
        return Optional.empty();
    }

    private static Optional<String> objectionTo(
            @Nullable Evidence evidence, int atLeast, Supplier<Optional<ClaimedDevices>> devices) {
        return evidence instanceof Evidence.Certified certified
                ? new PackingChecker(certified.packing())
                        .objectionTo(certified.certificate(), atLeast)
                        .or(() -> devices.get()
                                .flatMap(claimed -> new DeviceCheck(claimed).objectionTo(certified.packing())))
                        .map(Object::toString)
                : Optional.empty();
    }
}
