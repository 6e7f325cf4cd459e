package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * A device claim of a pod.
 *
 * @param name name within the pod
 * @param resourceClaimName an existing claim, or null
 * @param resourceClaimTemplateName a template to make the claim from, or null
 */
public record PodResourceClaim(
        String name,
        @Nullable String resourceClaimName,
        @Nullable String resourceClaimTemplateName) implements ManifestValue {

    public PodResourceClaim {
        requireNonNull(name, "name");
    }
}
