package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

/**
 * A volume of a pod that needs a claim to be bound.
 *
 * @param name name within the pod
 * @param claimName the persistent volume claim, or empty for an ephemeral one
 */
public record Volume(String name, String claimName) {

    /** Checks presence. */
    public Volume {
        requireNonNull(name, "name");
        requireNonNull(claimName, "claimName");
    }
}
