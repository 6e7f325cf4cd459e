package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Map;

/**
 * What is asked of resources, and the most that may be used.
 *
 * @param requests what is set aside, by resource name
 * @param limits the most that may be used, by resource name
 */
public record ResourceRequirements(Map<String, Quantity> requests, Map<String, Quantity> limits)
        implements ManifestValue {

    public ResourceRequirements {
        requests = OrderedMap.copyOf(requireNonNull(requests, "requests"));
        limits = OrderedMap.copyOf(requireNonNull(limits, "limits"));
    }

    /** Nothing asked. */
    public static final ResourceRequirements NONE = new ResourceRequirements(Map.of(), Map.of());
}
