package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.NamedPodClass;
import java.util.List;

/**
 * What the nodes say to the pods of one class.
 *
 * @param podClass the pods
 * @param usable number of nodes that take at least one of them as things are
 * @param refusing the other nodes, grouped by their exact set of reasons, largest group first; at most {@link #MOST}
 *     groups
 * @param otherwise number of nodes in the groups that are not listed
 */
public record PodClassNodes(NamedPodClass podClass, int usable, List<NodeReasons> refusing, int otherwise) {

    /** Largest number of groups listed. */
    public static final int MOST = 24;

    public PodClassNodes {
        requireNonNull(podClass, "podClass");
        refusing = List.copyOf(requireNonNull(refusing, "refusing"));
    }
}
