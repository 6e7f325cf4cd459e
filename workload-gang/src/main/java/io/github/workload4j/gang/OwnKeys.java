package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller calls pods and nodes, such as its own objects or their uids. Answers name them by these keys, and
 * placements go between keys and names.
 *
 * @param <P> what it calls a pod, with an {@code equals} of its own or by identity
 * @param <N> what it calls a node
 */
public final class OwnKeys<P, N> {

    private final Map<P, Pod> pods;
    private final Map<N, Node> nodes;
    private final Map<String, P> podKeys = new HashMap<>();
    private final Map<String, N> nodeKeys = new HashMap<>();

    private OwnKeys(Map<P, Pod> pods, Map<N, Node> nodes) {
        this.pods = Map.copyOf(pods);
        this.nodes = Map.copyOf(nodes);
        pods.forEach((key, pod) -> require(
                podKeys.put(pod.metadata().qualifiedName(), key), pod.metadata().qualifiedName()));
        nodes.forEach((key, node) -> require(
                nodeKeys.put(node.metadata().name(), key), node.metadata().name()));
    }

    /**
     * {@return these keys, copied}
     *
     * @throws IllegalArgumentException if two keys mean pods, or nodes, of one name
     */
    public static <P, N> OwnKeys<P, N> of(Map<P, Pod> pods, Map<N, Node> nodes) {
        return new OwnKeys<>(requireNonNull(pods, "pods"), requireNonNull(nodes, "nodes"));
    }

    /** {@return the key of the pod of that name, if there is one} */
    public Optional<P> pod(String namespace, String name) {
        return Optional.ofNullable(
                podKeys.get(requireNonNull(namespace, "namespace") + "/" + requireNonNull(name, "name")));
    }

    /** {@return the key of the node of that name, if there is one} */
    public Optional<N> node(String name) {
        return Optional.ofNullable(nodeKeys.get(requireNonNull(name, "name")));
    }

    private static void require(Object other, String name) {
        if (other != null) {
            throw new IllegalArgumentException("two keys for `" + name + "` (expected: one)");
        }
    }

    /**
     * {@return a placement in the caller's keys, in its order}
     *
     * @throws IllegalArgumentException if a pod or node of it has no key
     */
    public Map<P, N> placement(List<Assignment> placement) {
        Map<P, N> keys = new LinkedHashMap<>();
        for (Assignment assignment : requireNonNull(placement, "placement")) {
            P pod = podKeys.get(assignment.namespace() + "/" + assignment.pod());
            N node = nodeKeys.get(assignment.node());
            if (pod == null || node == null) {
                throw new IllegalArgumentException(
                        "no key for " + assignment + " (expected: one for each pod and node)");
            }
            keys.put(pod, node);
        }
        return Collections.unmodifiableMap(keys);
    }

    /**
     * {@return a placement in names, in the map's order}
     *
     * @throws IllegalArgumentException if it has a key that means nothing
     */
    public List<Assignment> assignments(Map<P, N> placement) {
        List<Assignment> assignments = new ArrayList<>();
        requireNonNull(placement, "placement").forEach((podKey, nodeKey) -> {
            Pod pod = pods.get(podKey);
            Node node = nodes.get(nodeKey);
            if (pod == null || node == null) {
                throw new IllegalArgumentException("`" + (pod == null ? podKey : nodeKey) + "` means no "
                        + (pod == null ? "pod" : "node") + " (expected: a key that was given)");
            }
            assignments.add(new Assignment(
                    pod.metadata().namespaceOrDefault(),
                    pod.metadata().name(),
                    node.metadata().name()));
        });
        return List.copyOf(assignments);
    }

    /** {@return such as {@code OwnKeys[200 pods, 40 nodes]}} */
    @Override
    public String toString() {
        return "OwnKeys[" + pods.size() + " pods, " + nodes.size() + " nodes]";
    }
}
