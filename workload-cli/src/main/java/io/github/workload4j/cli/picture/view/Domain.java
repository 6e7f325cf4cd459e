package io.github.workload4j.cli.picture.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the cluster whose nodes share the value of a label, or the whole.
 *
 * @param key the label; empty for the whole cluster
 * @param value its value; empty for the nodes without the label, and for the whole cluster
 * @param domains the domains inside, in the order of their values; empty if {@code nodes} are not
 * @param nodes the nodes in it, in the order of their names, if it is not divided
 * @param sum the nodes in it and inside its domains, added up
 */
public record Domain(String key, String value, List<Domain> domains, List<NodeView> nodes, Sum sum) {

    /**
     * Nodes added up.
     *
     * @param nodes how many
     * @param usable how many of them could take a pod of the group if they were empty
     * @param total what is allocatable, by resource
     * @param used what is taken, by resource
     * @param added what the group takes, by resource
     * @param placed pods placed, by kind
     * @param room pods that find room on the nodes if they are alone there, by kind
     */
    public record Sum(int nodes, int usable, long[] total, long[] used, long[] added, int[] placed, int[] room) {

        private static Sum of(NodeView node) {
            return new Sum(
                    1, node.isUsable() ? 1 : 0, node.total(), node.used(), node.added(), node.placed(), node.room());
        }

        private static Sum of(List<Sum> parts, int resources, int kinds) {
            long[][] amounts = new long[3][resources];
            int[][] pods = new int[2][kinds];
            int nodes = 0;
            int usable = 0;
            for (Sum part : parts) {
                nodes += part.nodes;
                usable += part.usable;
                add(amounts[0], part.total);
                add(amounts[1], part.used);
                add(amounts[2], part.added);
                add(pods[0], part.placed);
                add(pods[1], part.room);
            }
            return new Sum(nodes, usable, amounts[0], amounts[1], amounts[2], pods[0], pods[1]);
        }

        private static void add(long[] to, long[] some) {
            for (int i = 0; i < to.length; i++) {
                long sum = to[i] + some[i];
                boolean overflown = ((to[i] ^ sum) & (some[i] ^ sum)) < 0;
                to[i] = overflown ? (some[i] > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
            }
        }

        private static void add(int[] to, int[] some) {
            for (int i = 0; i < to.length; i++) {
                to[i] = (int) Math.min(Integer.MAX_VALUE, (long) to[i] + some[i]);
            }
        }

        public int placedPods() {
            int pods = 0;
            for (int some : placed) {
                pods += some;
            }
            return pods;
        }
    }

    static Domain ofNodes(String key, String value, List<NodeView> nodes, int resources, int kinds) {
        return new Domain(
                key,
                value,
                List.of(),
                List.copyOf(nodes),
                Sum.of(nodes.stream().map(Sum::of).toList(), resources, kinds));
    }

    static Domain ofDomains(String key, String value, List<Domain> domains, int resources, int kinds) {
        return new Domain(
                key,
                value,
                List.copyOf(domains),
                List.of(),
                Sum.of(domains.stream().map(Domain::sum).toList(), resources, kinds));
    }

    public boolean isWhole() {
        return key.isEmpty();
    }

    /** {@return what people call it, such as {@code rack a-r05}} */
    public String name() {
        return isWhole() ? "the cluster" : value.isEmpty() ? "no " + lastPart(key) : called(key, value);
    }

    /** {@return a label's last word and its value, such as {@code rack a-r05}; once where the value says it itself} */
    static String called(String key, String value) {
        return value.startsWith(lastPart(key)) ? value : lastPart(key) + " " + value;
    }

    /** {@return the name alone, where it is clear what it is the name of} */
    public String shortName() {
        return isWhole() ? "cluster" : value.isEmpty() ? "no " + lastPart(key) : value;
    }

    static String lastPart(String key) {
        String last = key.substring(key.lastIndexOf('/') + 1);
        return last.isEmpty() ? key : last;
    }

    /** {@return whether no node in it could take a pod of the group, even if all were empty} */
    public boolean isOutOfTheQuestion() {
        return sum.usable() == 0;
    }

    /** {@return the domains that are not divided, in order} */
    public List<Domain> leaves() {
        List<Domain> leaves = new ArrayList<>();
        addLeaves(leaves);
        return leaves;
    }

    private void addLeaves(List<Domain> leaves) {
        if (domains.isEmpty()) {
            leaves.add(this);
        }
        domains.forEach(domain -> domain.addLeaves(leaves));
    }
}
