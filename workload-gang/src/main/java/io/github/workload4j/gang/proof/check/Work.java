package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.CheckFailure.Rule;

/**
 * What a check may still cost. A certificate has one, which its leaves, its inner nodes and the questions within it
 * share.
 *
 * <p>A step is about what one branch of a small knapsack takes, or a look at eight nodes. Not thread-safe.
 */
final class Work {

    private final WorkMeter meter;

    /** Spends what is left in a meter. */
    Work(WorkMeter meter) {
        this.meter = meter;
    }

    /**
     * Spends some steps.
     *
     * @throws Refused if fewer were left
     */
    void spend(long steps) {
        if (!meter.trySpend(steps)) {
            throw new Refused(Rule.LIMIT, "the check takes too many steps");
        }
    }

    /** Spends what a look at some nodes takes. */
    void look(int nodes) {
        spend(1 + (nodes >> 3));
    }
}
