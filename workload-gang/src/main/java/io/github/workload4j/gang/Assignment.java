package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One pod on one node.
 *
 * @param namespace namespace of the pod
 * @param pod name of the pod
 * @param node name of the node
 * @param volumes what becomes of its claims that are not bound yet, in the order of its volumes
 * @param devices the devices that its claims are given; of a claim that pods share, with each of them. Empty if its
 *     claims have their devices, or it has none
 */
public record Assignment(
        String namespace, String pod, String node, List<ClaimChoice> volumes, List<AssignedDevice> devices) {

    public Assignment {
        requireNonNull(namespace, "namespace");
        requireNonNull(pod, "pod");
        requireNonNull(node, "node");
        volumes = List.copyOf(requireNonNull(volumes, "volumes"));
        devices = List.copyOf(requireNonNull(devices, "devices"));
    }

    /** A pod without claims that are still to be bound, and without devices. */
    public Assignment(String namespace, String pod, String node) {
        this(namespace, pod, node, List.of(), List.of());
    }

    /** A pod that is given no devices. */
    public Assignment(String namespace, String pod, String node, List<ClaimChoice> volumes) {
        this(namespace, pod, node, volumes, List.of());
    }

    /** {@return the same with devices} */
    public Assignment withDevices(List<AssignedDevice> others) {
        return new Assignment(namespace, pod, node, volumes, requireNonNull(others, "others"));
    }

    /** {@return {@code namespace/name -> node}, and what becomes of its claims} */
    @Override
    public String toString() {
        return namespace + "/" + pod + " -> " + node + (volumes.isEmpty() ? "" : " " + volumes);
    }
}
