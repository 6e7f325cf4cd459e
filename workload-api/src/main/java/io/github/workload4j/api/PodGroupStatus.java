package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * What became of a {@link PodGroup}.
 *
 * @param conditions conditions in manifest order
 * @param resourceClaimStatuses what became of the claims
 */
public record PodGroupStatus(List<Condition> conditions, List<PodGroupResourceClaimStatus> resourceClaimStatuses)
        implements ManifestValue {

    public PodGroupStatus {
        conditions = List.copyOf(requireNonNull(conditions, "conditions"));
        resourceClaimStatuses = List.copyOf(requireNonNull(resourceClaimStatuses, "resourceClaimStatuses"));
    }

    /** Nothing said. */
    public static final PodGroupStatus EMPTY = new PodGroupStatus(List.of(), List.of());
}
