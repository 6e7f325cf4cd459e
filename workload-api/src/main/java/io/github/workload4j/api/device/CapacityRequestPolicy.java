package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which amounts of a capacity can be asked for; others are rounded up to one.
 *
 * @param defaultAmount field {@code default}: what is taken if nothing is asked, or null for all
 * @param validValues the amounts, rising; empty if a range says it
 * @param validRange the range, or null
 */
public record CapacityRequestPolicy(
        @Nullable Quantity defaultAmount,
        List<Quantity> validValues,
        @Nullable CapacityRange validRange) implements ManifestValue {

    public CapacityRequestPolicy {
        validValues = List.copyOf(requireNonNull(validValues, "validValues"));
    }
}
