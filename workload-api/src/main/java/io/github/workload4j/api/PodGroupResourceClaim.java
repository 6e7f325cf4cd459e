package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * A device claim that the pods of a group share.
 *
 * @param name name within the group
 * @param source where the claim comes from
 */
public record PodGroupResourceClaim(String name, ClaimSource source) implements ManifestValue {

    public PodGroupResourceClaim {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
    }
}
