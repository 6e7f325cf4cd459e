package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Placement;
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
     * @param noMore why {@code atMost + 1} pods cannot be placed; null if {@code atMost} is the number of pods asked about
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
     * The budget was spent before a placement or a proof was found.
     *
     * @param sure so many pods of the gang have been placed together, though fewer than needed
     * @param atMost no answer places more pods than this
     * @param noMore why {@code atMost + 1} pods cannot be placed; null if {@code atMost} is the number of pods asked about
     * @param steps steps of the budget that were spent
     */
    record Undetermined(int sure, int atMost, @Nullable Certificate noMore, long steps) implements PackingAnswer {}
}
