package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * The object that owns the pods of a {@link Workload}, in the same namespace: a Job, a JobSet.
 *
 * @param apiGroup group of its API; empty for the core group
 * @param kind its kind
 * @param name its name
 */
public record ControllerRef(String apiGroup, String kind, String name) implements ManifestValue {

    public ControllerRef {
        requireNonNull(apiGroup, "apiGroup");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }
}
