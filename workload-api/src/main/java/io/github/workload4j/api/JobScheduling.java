package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pods of a {@link Job} are scheduled as a group.
 *
 * <p>Made of the building blocks that {@code v1alpha3}, since 1.38 {@code v1}, offers to controllers: the same shapes
 * as in a {@link PodGroupTemplate}, but the count may be left to the controller.
 *
 * @param schedulingPolicy how the pods are placed, or null
 * @param schedulingConstraints where they may go together, or null
 * @param resourceClaims device claims the pods share
 * @param disruptionMode whether the group may be ended pod by pod, or null
 */
public record JobScheduling(
        @Nullable WorkloadPodGroupSchedulingPolicy schedulingPolicy,
        @Nullable SchedulingConstraints schedulingConstraints,
        List<PodGroupResourceClaim> resourceClaims,
        @Nullable DisruptionMode disruptionMode)
        implements ManifestValue {

    public JobScheduling {
        resourceClaims = List.copyOf(requireNonNull(resourceClaims, "resourceClaims"));
    }
}
