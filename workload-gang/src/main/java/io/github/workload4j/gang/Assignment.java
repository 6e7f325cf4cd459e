package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One pod on one node.
 *
 * @param namespace namespace of the pod
 * @param pod name of the pod
 * @param node name of the node
 * @param devices the devices that its claims are given; of a claim that pods share, with each of them. Empty if its
 *     claims have their devices, or it has none
 */
public record Assignment(String namespace, String pod, String node, List<AssignedDevice> devices) {

    /** Checks presence and copies the list. */
    public Assignment {
        requireNonNull(namespace, "namespace");
        requireNonNull(pod, "pod");
        requireNonNull(node, "node");
        devices = List.copyOf(requireNonNull(devices, "devices"));
    }

    /** A pod that is given no devices. */
    public Assignment(String namespace, String pod, String node) {
        this(namespace, pod, node, List.of());
    }

    /** {@return {@code namespace/name -> node}} */
    @Override
    public String toString() {
        return namespace + "/" + pod + " -> " + node;
    }
}
