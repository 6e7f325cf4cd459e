package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One device. Field of the API: {@code resource.k8s.io} Device; up to {@code v1beta1} its fields lie in {@code
 * basic}.
 *
 * @param name name, unique in the pool
 * @param attributes by {@code id} or {@code domain/id}; without a domain, the driver is the domain
 * @param capacity by name, as attributes
 * @param consumesCounters what it takes of the counters of its pool while it is held
 * @param reach which nodes reach it, if the slice leaves that to each device
 * @param taints taints that the driver has set
 * @param bindsToNode whether a claim that holds it is bound to the node of its pod
 * @param bindingConditions conditions that a pod waits for after it has the device
 * @param bindingFailureConditions conditions upon which it is taken away again
 * @param allowMultipleAllocations whether several claims may hold it at a time, by capacity
 * @param nodeAllocatableResources resources of the node that it takes, as JSON, or null; only with a gate that is
 *     off
 */
public record Device(
        String name,
        Map<String, DeviceAttribute> attributes,
        Map<String, DeviceCapacity> capacity,
        List<DeviceCounterConsumption> consumesCounters,
        NodeReach reach,
        List<DeviceTaint> taints,
        boolean bindsToNode,
        List<String> bindingConditions,
        List<String> bindingFailureConditions,
        boolean allowMultipleAllocations,
        @Nullable String nodeAllocatableResources)
        implements ManifestValue {

    public Device {
        requireNonNull(name, "name");
        attributes = OrderedMap.copyOf(requireNonNull(attributes, "attributes"));
        capacity = OrderedMap.copyOf(requireNonNull(capacity, "capacity"));
        consumesCounters = List.copyOf(requireNonNull(consumesCounters, "consumesCounters"));
        requireNonNull(reach, "reach");
        taints = List.copyOf(requireNonNull(taints, "taints"));
        bindingConditions = List.copyOf(requireNonNull(bindingConditions, "bindingConditions"));
        bindingFailureConditions = List.copyOf(requireNonNull(bindingFailureConditions, "bindingFailureConditions"));
    }
}
