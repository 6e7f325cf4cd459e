package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * The claim that was made for an entry of a pod's claims.
 *
 * @param name name of the entry
 * @param resourceClaimName name of the claim; null if none was needed
 */
public record PodResourceClaimStatus(String name, @Nullable String resourceClaimName) implements ManifestValue {

    public PodResourceClaimStatus {
        requireNonNull(name, "name");
    }
}
