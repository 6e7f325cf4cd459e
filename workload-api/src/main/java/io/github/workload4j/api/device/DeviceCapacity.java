package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * How much a device has of something.
 *
 * @param value how much
 * @param requestPolicy which amounts can be asked for, or null for any
 */
public record DeviceCapacity(Quantity value, @Nullable CapacityRequestPolicy requestPolicy) implements ManifestValue {

    public DeviceCapacity {
        requireNonNull(value, "value");
    }
}
