package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.proof.PackingAnswer;

/** Decides a {@link Packing}: a placement, a certificate, or neither within the budget. */
public final class PackingSearch {

    private PackingSearch() {}

    /** {@return the answer; places as many pods as it can within the budget} */
    public static PackingAnswer answer(Packing packing, Budget budget) {
        return new PackingAnswer.Undetermined(0, packing.pods(), null, 0);
    }
}
