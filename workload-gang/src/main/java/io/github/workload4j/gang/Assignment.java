package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * One pod on one node.
 *
 * @param namespace namespace of the pod
 * @param pod name of the pod
 * @param node name of the node
 */
public record Assignment(String namespace, String pod, String node) {

    /** Checks presence. */
    public Assignment {
        requireNonNull(namespace, "namespace");
        requireNonNull(pod, "pod");
        requireNonNull(node, "node");
    }

    /** {@return {@code namespace/name -> node}} */
    @Override
    public String toString() {
        return namespace + "/" + pod + " -> " + node;
    }
}
