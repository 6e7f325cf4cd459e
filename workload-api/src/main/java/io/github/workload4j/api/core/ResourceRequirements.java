package io.github.workload4j.api.core;

import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Map;

/**
 * What is asked of resources, and the most that may be used.
 *
 * @param requests what is set aside, by resource name
 * @param limits the most that may be used, by resource name
 */
public record ResourceRequirements(Map<String, Quantity> requests, Map<String, Quantity> limits) {

    /** Checks presence and copies the collections. */
    public ResourceRequirements {
        requests = OrderedMap.copyOf(requests);
        limits = OrderedMap.copyOf(limits);
    }

    /** Nothing asked. */
    public static final ResourceRequirements NONE = new ResourceRequirements(Map.of(), Map.of());
}
