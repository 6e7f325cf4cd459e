package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

/**
 * The group has pods placed, or it has none.
 *
 * @param group number of the group
 * @param placed why it cannot have any
 * @param not why it cannot have none
 */
public record PlacedOrNot(int group, Certificate placed, Certificate not) implements Certificate {

    /** Checks presence. */
    public PlacedOrNot {
        requireNonNull(placed, "placed");
        requireNonNull(not, "not");
    }

    @Override
    public int leaves() {
        return placed.leaves() + not.leaves();
    }
}
