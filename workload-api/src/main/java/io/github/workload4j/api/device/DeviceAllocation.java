package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.meta.ManifestValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a claim.
 *
 * @param results devices
 * @param config parameters for drivers, each as JSON
 * @param nodeSelector where the claim can be used; null for everywhere
 * @param allocationTimestamp since when, or null
 */
public record DeviceAllocation(
        List<AllocatedDevice> results,
        List<String> config,
        @Nullable NodeSelector nodeSelector,
        @Nullable Instant allocationTimestamp)
        implements ManifestValue {

    public DeviceAllocation {
        results = List.copyOf(requireNonNull(results, "results"));
        config = List.copyOf(requireNonNull(config, "config"));
    }
}
