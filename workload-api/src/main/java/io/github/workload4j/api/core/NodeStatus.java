package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;

/**
 * What a node has. Only {@code allocatable} counts for placing. Where none is given it is filled from {@code capacity},
 * as a whole and not resource by resource: the API server of every release does so with every node that it reads.
 *
 * @param capacity what the machine has, by resource name
 * @param allocatable what pods may use, by resource name; a resource not named is 0. Empty: the same as
 *     {@code capacity}
 * @param declaredFeatures features that the node says it has
 * @param kubeletVersion version of its kubelet, such as {@code v1.37.2}, or empty
 */
public record NodeStatus(
        Map<String, Quantity> capacity,
        Map<String, Quantity> allocatable,
        List<String> declaredFeatures,
        String kubeletVersion)
        implements ManifestValue {

    /** Checks presence, copies the collections, and fills in what is allocatable. */
    public NodeStatus {
        capacity = OrderedMap.copyOf(requireNonNull(capacity, "capacity"));
        allocatable = OrderedMap.copyOf(requireNonNull(allocatable, "allocatable"));
        allocatable = allocatable.isEmpty() ? capacity : allocatable;
        declaredFeatures = List.copyOf(requireNonNull(declaredFeatures, "declaredFeatures"));
        requireNonNull(kubeletVersion, "kubeletVersion");
    }

    /** A node that says nothing of its features and its kubelet. */
    public NodeStatus(Map<String, Quantity> capacity, Map<String, Quantity> allocatable) {
        this(capacity, allocatable, List.of(), "");
    }

    /** Nothing said. */
    public static final NodeStatus EMPTY = new NodeStatus(Map.of(), Map.of());
}
