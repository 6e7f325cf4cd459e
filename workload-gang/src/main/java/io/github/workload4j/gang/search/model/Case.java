package io.github.workload4j.gang.search.model;

import java.util.Arrays;

/**
 * Some of the open choices of the group tree, made: which groups have pods, and in which domains they lie.
 *
 * @param state what is known of each group
 * @param domain the chosen domain of each group, or -1
 * @param nodes the nodes on which pods may lie
 */
public record Case(byte[] state, int[] domain, int[] nodes) {

    /** The case in which nothing is chosen yet. */
    public static Case start(ReducedPacking reduced) {
        int[] domain = new int[reduced.tree.size];
        Arrays.fill(domain, -1);
        return new Case(reduced.tree.start(), domain, reduced.nodeClasses.rising());
    }

    /** {@return whether pods of every class may lie wherever the question allows} */
    boolean isAll(ReducedPacking reduced) {
        boolean all = nodes.length == reduced.nodeClasses.nodes().length;
        for (int g = 0; g < state.length; g++) {
            all &= state[g] != PackingTree.EMPTY && domain[g] < 0;
        }
        return all;
    }

    public Case withGroup(PackingTree tree, int group, byte known) {
        return new Case(tree.with(state, group, known), domain, nodes);
    }

    /**
     * This case with a group in one domain.
     *
     * @param inside the nodes of that domain if no other pod may lie outside, or else all nodes of this case
     */
    public Case inDomain(int group, int chosen, int[] inside) {
        int[] domains = domain.clone();
        domains[group] = chosen;
        return new Case(state, domains, inside);
    }

    /** {@return the first group of the tree with an open choice, or -1 if there is none} */
    public int open(PackingTree tree) {
        for (int g = 0; g < tree.size; g++) {
            if (state[g] == PackingTree.OPEN
                    || state[g] == PackingTree.PLACED && tree.domainOf[g] != null && domain[g] < 0) {
                return g;
            }
        }
        return -1;
    }
}
