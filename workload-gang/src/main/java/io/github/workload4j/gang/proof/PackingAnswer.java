package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link io.github.workload4j.gang.packing.Packing}, with its evidence. */
public sealed interface PackingAnswer {

    /** {@return steps of the budget that were spent} */
    long steps();

    /**
     * The pods fit.
     *
     * @param placed where they go, by class and node
     * @param atMost no answer places more pods than this; equal to the number placed if that is the most, so proved
     * @param noMore why {@code atMost + 1} pods cannot be placed; null if {@code atMost} is the number of pods asked
     *     about
     * @param steps steps of the budget that were spent
     */
    record Fits(Placement placed, int atMost, @Nullable Certificate noMore, long steps) implements PackingAnswer {

        /** Checks presence. */
        public Fits {
            requireNonNull(placed, "placed");
        }

        /** {@return number of pods placed} */
        public int pods() {
            return placed.pods();
        }

        /** {@return whether it is proved that no answer places more pods} */
        public boolean isMost() {
            return pods() >= atMost;
        }
    }

    /**
     * The pods do not fit.
     *
     * @param certificate why not a single pod can be placed under the rules of the question
     * @param steps steps of the budget that were spent
     */
    record DoesNotFit(Certificate certificate, long steps) implements PackingAnswer {

        /** Checks presence. */
        public DoesNotFit {
            requireNonNull(certificate, "certificate");
        }
    }

    /**
     * The search ended before a placement or a proof was found.
     *
     * @param together the most pods that were placed together, though groups need more: an answer but for minima
     * @param atMost no answer places more pods than this
     * @param noMore why {@code atMost + 1} pods cannot be placed; null if {@code atMost} is the number of pods asked
     *     about
     * @param stopped why it ended
     * @param steps steps of the budget that were spent
     */
    record Undetermined(
            Placement together, int atMost, @Nullable Certificate noMore, StopReason stopped, long steps)
            implements PackingAnswer {

        /** Checks presence. */
        public Undetermined {
            requireNonNull(together, "together");
            requireNonNull(stopped, "stopped");
        }

        /** {@return number of pods that were placed together, no more than the bound} */
        public int sure() {
            return Math.min(together.pods(), atMost);
        }
    }
}
