package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * What became of a device claim of a {@link PodGroup}.
 *
 * @param name name of the claim in the spec
 * @param resourceClaimName the claim made for it, or null if none was needed
 */
public record PodGroupResourceClaimStatus(
        String name, @Nullable String resourceClaimName) implements ManifestValue {

    public PodGroupResourceClaimStatus {
        requireNonNull(name, "name");
    }
}
