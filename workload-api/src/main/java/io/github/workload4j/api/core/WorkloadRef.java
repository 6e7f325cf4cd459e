package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * The group of a {@code v1alpha1} Workload that a pod belongs to ({@code spec.workloadRef}, Kubernetes 1.35).
 *
 * @param name name of the Workload
 * @param podGroup name of the group in it
 * @param podGroupReplicaKey splits the group into gangs of their own; empty if unset, which is one more gang
 */
public record WorkloadRef(String name, String podGroup, String podGroupReplicaKey) implements ManifestValue {

    public WorkloadRef {
        requireNonNull(name, "name");
        requireNonNull(podGroup, "podGroup");
        requireNonNull(podGroupReplicaKey, "podGroupReplicaKey");
    }
}
