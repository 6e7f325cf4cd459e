package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * A condition on devices.
 *
 * @param expression in the Common Expression Language, about {@code device}; empty if none is given
 */
public record DeviceSelector(String expression) implements ManifestValue {

    public DeviceSelector {
        requireNonNull(expression, "expression");
    }
}
