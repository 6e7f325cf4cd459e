package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * Somebody who may use a claim.
 *
 * @param apiGroup group of the API; empty for pods
 * @param resource such as {@code pods}
 * @param name name
 * @param uid uid
 */
public record ClaimConsumer(String apiGroup, String resource, String name, String uid) implements ManifestValue {

    public ClaimConsumer {
        requireNonNull(apiGroup, "apiGroup");
        requireNonNull(resource, "resource");
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
    }
}
