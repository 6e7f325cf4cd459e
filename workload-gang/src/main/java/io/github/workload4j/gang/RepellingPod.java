package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * A pod on a node that keeps pending pods away by its own required anti-affinity.
 *
 * @param namespace its namespace
 * @param pod its name
 * @param node its node
 * @param topologyKey label in whose domain of that node the others may not be
 */
public record RepellingPod(String namespace, String pod, String node, String topologyKey)
        implements Comparable<RepellingPod> {

    public RepellingPod {
        requireNonNull(namespace, "namespace");
        requireNonNull(pod, "pod");
        requireNonNull(node, "node");
        requireNonNull(topologyKey, "topologyKey");
    }

    /** By namespace and name. */
    @Override
    public int compareTo(RepellingPod other) {
        requireNonNull(other, "other");
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : pod.compareTo(other.pod);
    }

    /** {@return namespace and name} */
    @Override
    public String toString() {
        return namespace + "/" + pod;
    }
}
