package io.github.workload4j.gang.group;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.gang.devices.PodClaims;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a group says beside how its pods are placed.
 *
 * @param apiVersion version the group is written in
 * @param priority priority, or null if the manifest does not resolve it
 * @param preemptionPolicy whether lower priorities may be pushed out, or null
 * @param workload name of the Workload the group was made from, or null
 * @param disruptedAsWhole whether its disruption mode is {@code all}
 * @param claims its device claims, or null if it has none
 * @param created when it was created, or null
 */
public record GroupFacts(
        ApiVersion apiVersion,
        @Nullable Integer priority,
        @Nullable PreemptionPolicy preemptionPolicy,
        @Nullable String workload,
        boolean disruptedAsWhole,
        PodClaims.@Nullable OfGroup claims,
        @Nullable Instant created) {

    /** {@return the priority, 0 if none is written} */
    int priorityOrZero() {
        return priority == null ? 0 : priority;
    }
}
