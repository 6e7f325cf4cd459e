package io.github.workload4j.gang.proof.check;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.PackingAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer with evidence that the checker has accepted, and what it takes to see whether it still holds when a
 * little has changed.
 *
 * <p>Where nodes were made from earlier ones by {@link PackingNodes#with}, only those that changed are looked at:
 * whether they still hold the pods that were placed there, and what they add to the sums that prove that no more fit.
 * That takes microseconds, whatever the number of nodes. Everything else is a check of the whole evidence. Immutable.
 */
public final class CheckedAnswer {

    /** Knapsack steps of looking at a whole certificate again: if it takes longer, one may as well ask again. */
    private static final long STEPS = 1_000_000;

    private final Packing packing;
    private final PackingAnswer answer;

    /** What is kept of the certificate, if it is one of which parts can be checked by themselves. */
    private final @Nullable KeptProof kept;

    private CheckedAnswer(Packing packing, PackingAnswer answer, @Nullable KeptProof kept) {
        this.packing = packing;
        this.answer = answer;
        this.kept = kept;
    }

    /**
     * An answer, once its evidence is accepted.
     *
     * @throws IllegalArgumentException if the checker objects to it
     */
    public static CheckedAnswer of(Packing packing, PackingAnswer answer) {
        requireNonNull(packing, "packing");
        requireNonNull(answer, "answer");
        try {
            return checked(packing, answer, Budget.steps(PackingChecker.STEPS).meter());
        } catch (Refused refused) {
            throw new IllegalArgumentException("answer: " + refused.objection + " (expected: one that is accepted)");
        }
    }

    private static CheckedAnswer checked(Packing packing, PackingAnswer answer, WorkMeter meter) {
        return new CheckedAnswer(packing, answer, new PackingChecker(packing, meter).kept(answer));
    }

    /**
     * An answer as far as it is believed: undetermined if its evidence is refused, or cannot be looked at to the end.
     *
     * @param meter what the check may spend
     */
    public static CheckedAnswer believed(Packing packing, PackingAnswer answer, WorkMeter meter) {
        requireNonNull(packing, "packing");
        requireNonNull(answer, "answer");
        requireNonNull(meter, "meter");
        try {
            return checked(packing, answer, meter);
        } catch (Refused refused) {
            StopReason spent = meter.stopped();
            boolean limit = refused.objection.rule() == CheckFailure.Rule.LIMIT;
            StopReason why = !limit ? StopReason.DEFECT : spent == null ? StopReason.CERTIFICATE : spent;
            PackingAnswer open =
                    new PackingAnswer.Undetermined(Placement.empty(), packing.pods(), null, why, answer.steps());
            return new CheckedAnswer(packing, open, null);
        }
    }

    /** {@return the question} */
    public Packing packing() {
        return packing;
    }

    /** {@return the answer} */
    public PackingAnswer answer() {
        return answer;
    }

    @Override
    public String toString() {
        return "CheckedAnswer[" + packing + ", " + answer + "]";
    }

    /**
     * {@return whether the answer says all there is to know: that the pods do not fit, or that they do and that no
     * more of them do}
     */
    public boolean isDecided() {
        return answer instanceof PackingAnswer.DoesNotFit || answer instanceof PackingAnswer.Fits fits && fits.isMost();
    }

    /** {@return the same answer to the same question about other nodes, if its evidence is still good} */
    public Optional<CheckedAnswer> on(PackingNodes nodes) {
        requireNonNull(nodes, "nodes");
        return on(packing.on(nodes));
    }

    /** {@return the same answer to another question, if its evidence is good there} */
    public Optional<CheckedAnswer> on(Packing other) {
        return on(other, Budget.steps(STEPS).meter());
    }

    /**
     * {@return the same answer to another question, if its evidence is good there and that can be seen within some of
     * the budget}
     *
     * @param meter what a look at the whole evidence may spend, up to {@value #STEPS} steps
     */
    public Optional<CheckedAnswer> on(Packing other, WorkMeter meter) {
        requireNonNull(other, "other");
        requireNonNull(meter, "meter");
        Optional<int[]> changed = asksTheSame(other) ? other.nodes().changedSince(packing.nodes()) : Optional.empty();
        if (changed.isPresent()) {
            if (answer instanceof PackingAnswer.Fits fits
                    && PlacementCheck.objectionTo(other, fits.placed(), changed.get())
                            .isPresent()) {
                return Optional.empty();
            }
            if (kept == null && claimsNoBound()) {
                return Optional.of(new CheckedAnswer(other, answer, null));
            }
            Optional<? extends KeptProof> now =
                    kept == null ? Optional.empty() : kept.after(packing, other, changed.get());
            if (now.isPresent()) {
                return Optional.of(new CheckedAnswer(other, answer, now.get()));
            }
        }
        try {
            return Optional.of(checked(other, answer, meter.part(1, STEPS)));
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    /** {@return whether a placement of the answer may be used for another question as it is} */
    public boolean isPlacedOn(Packing other) {
        requireNonNull(other, "other");
        return answer instanceof PackingAnswer.Fits fits
                && PlacementCheck.objectionTo(other, fits.placed()).isEmpty();
    }

    private boolean claimsNoBound() {
        return answer instanceof PackingAnswer.Fits fits && fits.noMore() == null
                || answer instanceof PackingAnswer.Undetermined unknown && unknown.noMore() == null;
    }

    private boolean asksTheSame(Packing other) {
        return packing.classes().equals(other.classes())
                && packing.conflicts().equals(other.conflicts())
                && packing.root().equals(other.root())
                && packing.limits().equals(other.limits())
                && packing.spreads().equals(other.spreads());
    }
}
