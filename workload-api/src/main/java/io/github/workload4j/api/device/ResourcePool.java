package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * The pool that a slice is a part of; its key is driver and name.
 *
 * @param name name within the driver
 * @param generation slices of lower generations are outdated
 * @param resourceSliceCount slices of the pool in this generation, over all nodes
 */
public record ResourcePool(String name, long generation, long resourceSliceCount) implements ManifestValue {

    public ResourcePool {
        requireNonNull(name, "name");
    }
}
