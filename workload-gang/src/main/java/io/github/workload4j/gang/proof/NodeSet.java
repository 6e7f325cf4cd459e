package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.StringJoiner;

/** Some nodes, by index; written as ranges, such as {@code 0-31,40}. */
public final class NodeSet {

    private final int[] nodes;

    /** The given nodes, each rising over the one before. */
    NodeSet(int[] nodes) {
        this.nodes = nodes;
    }

    /** The given nodes, in any order. */
    public static NodeSet of(int... nodes) {
        requireNonNull(nodes, "nodes");
        return new NodeSet(Arrays.stream(nodes).sorted().distinct().toArray());
    }

    /** {@return the nodes in rising order} */
    public int[] toArray() {
        return nodes.clone();
    }

    /** {@return number of nodes} */
    public int size() {
        return nodes.length;
    }

    /** {@return the node of the given rank in rising order} */
    public int node(int rank) {
        return nodes[rank];
    }

    /** {@return the nodes, or how many there are where that takes longer to say} */
    public String brief() {
        String all = nodes.length > 1_000 ? "" : toString();
        return all.isEmpty() || all.length() > 100 ? nodes.length + " nodes" : all;
    }

    /** Equal if the same nodes are in it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NodeSet that && Arrays.equals(nodes, that.nodes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nodes);
    }

    @Override
    public String toString() {
        StringJoiner ranges = new StringJoiner(",");
        for (int from = 0; from < nodes.length; ) {
            int to = from;
            while (to + 1 < nodes.length && nodes[to + 1] == nodes[to] + 1) {
                to++;
            }
            ranges.add(from == to ? "" + nodes[from] : nodes[from] + "-" + nodes[to]);
            from = to + 1;
        }
        return ranges.toString();
    }
}
