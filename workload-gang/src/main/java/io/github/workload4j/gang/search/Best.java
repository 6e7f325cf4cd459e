package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.Weights;
import org.jspecify.annotations.Nullable;

/** The best answer found so far. */
final class Best {

    private final Bound trivial;
    private @Nullable Placement placement;
    private int pods;

    Best(Question question) {
        this.trivial = new Bound(question.packing.pods(), Weights.of());
    }

    /** {@return the bound that needs no proof: all pods} */
    Bound trivial() {
        return trivial;
    }

    /** Keeps a filling if it is better than the best so far, and tells whether the best is of {@code target} pods now. */
    boolean offer(@Nullable Filling filling, int target) {
        if (filling != null && filling.pods() > pods) {
            placement = filling.toPlacement();
            pods = filling.pods();
        }
        return pods >= target;
    }

    int pods() {
        return pods;
    }

    @Nullable Placement placement() {
        return placement;
    }
}
