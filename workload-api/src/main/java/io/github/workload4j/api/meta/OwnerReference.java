package io.github.workload4j.api.meta;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * An object that owns this one.
 *
 * @param apiVersion group and version of the owner
 * @param kind kind of the owner
 * @param name name of the owner
 * @param uid identity of the owner
 * @param controller whether the owner is the managing controller; null if not said
 * @param blockOwnerDeletion whether the owner waits for this object to go first; null if not said
 */
public record OwnerReference(
        String apiVersion,
        String kind,
        String name,
        String uid,
        @Nullable Boolean controller,
        @Nullable Boolean blockOwnerDeletion)
        implements ManifestValue {

    public OwnerReference {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
    }
}
