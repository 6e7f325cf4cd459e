package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

/**
 * A condition on devices.
 *
 * @param expression in the Common Expression Language, about {@code device}; empty if none is given
 */
public record DeviceSelector(String expression) {

    /** Checks presence. */
    public DeviceSelector {
        requireNonNull(expression, "expression");
    }
}
