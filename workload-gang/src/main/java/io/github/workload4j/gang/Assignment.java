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
 */
public record Assignment(String namespace, String pod, String node, List<ClaimChoice> volumes) {

    /** Checks presence and copies the list. */
    public Assignment {
        requireNonNull(namespace, "namespace");
        requireNonNull(pod, "pod");
        requireNonNull(node, "node");
        volumes = List.copyOf(requireNonNull(volumes, "volumes"));
    }

    /** A pod without claims that are still to be bound. */
    public Assignment(String namespace, String pod, String node) {
        this(namespace, pod, node, List.of());
    }

    /** {@return {@code namespace/name -> node}, and what becomes of its claims} */
    @Override
    public String toString() {
        return namespace + "/" + pod + " -> " + node + (volumes.isEmpty() ? "" : " " + volumes);
    }
}
