package io.github.workload4j.api.device;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * A range of amounts.
 *
 * @param min the smallest, or null
 * @param max the largest, or null for no limit
 * @param step the distance between two, from the smallest on, or null for any
 */
public record CapacityRange(
        @Nullable Quantity min,
        @Nullable Quantity max,
        @Nullable Quantity step) implements ManifestValue {}
