package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Map;

/**
 * What a node has. Only {@code allocatable} counts for placing; {@code capacity} is kept for people.
 *
 * @param capacity what the machine has, by resource name
 * @param allocatable what pods may use, by resource name; a resource not named is 0
 */
public record NodeStatus(Map<String, Quantity> capacity, Map<String, Quantity> allocatable) {

    /** Checks presence and copies the collections. */
    public NodeStatus {
        capacity = OrderedMap.copyOf(requireNonNull(capacity, "capacity"));
        allocatable = OrderedMap.copyOf(requireNonNull(allocatable, "allocatable"));
    }

    /** Nothing said. */
    public static final NodeStatus EMPTY = new NodeStatus(Map.of(), Map.of());
}
