package io.github.workload4j.gang;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The nodes of a cluster in the order of their names, and what is asked of them again and again: the domains of a label, the nodes that
 * some rules admit. Both are computed once and kept; snapshots that differ in pods only share the table.
 */
final class NodeTable {

    /** Distinct rules that are remembered; beyond that they are computed each time. */
    private static final int MOST_RULES = 10_000;

    private final Node[] nodes;
    private final Map<String, Integer> index;
    private final Map<String, Domains> domains = new ConcurrentHashMap<>();
    private final Map<NodeRules, long[]> admitted = new ConcurrentHashMap<>();

    private NodeTable(Node[] nodes, Map<String, Integer> index) {
        this.nodes = nodes;
        this.index = index;
    }

    static NodeTable of(Node[] nodes) {
        Node[] sorted = nodes.clone();
        Arrays.sort(sorted, Comparator.comparing(node -> node.metadata().name()));
        Map<String, Integer> index = new HashMap<>(sorted.length * 2);
        for (int n = 0; n < sorted.length; n++) {
            String name = sorted[n].metadata().name();
            if (index.put(name, n) != null) {
                throw new IllegalArgumentException("nodes: two are named " + name);
            }
        }
        return new NodeTable(sorted, index);
    }

    /** {@return this table with another node of the same name in its place} */
    NodeTable with(int at, Node node) {
        Node[] changed = nodes.clone();
        changed[at] = node;
        return new NodeTable(changed, index);
    }

    int size() {
        return nodes.length;
    }

    Node node(int at) {
        return nodes[at];
    }

    Node[] nodes() {
        return nodes.clone();
    }

    /** {@return the place of a node, or -1 if there is none of that name} */
    int indexOf(String name) {
        return index.getOrDefault(name, -1);
    }

    Domains domains(String key) {
        return domains.computeIfAbsent(key, k -> Domains.of(k, nodes));
    }

    long[] admitted(NodeRules rules) {
        long[] known = admitted.get(rules);
        if (known != null) {
            return known;
        }
        long[] bits = new long[(nodes.length + 63) >> 6];
        for (int n = 0; n < nodes.length; n++) {
            if (rules.admits(nodes[n])) {
                bits[n >> 6] |= 1L << (n & 63);
            }
        }
        if (admitted.size() < MOST_RULES) {
            admitted.put(rules, bits);
        }
        return bits;
    }
}
