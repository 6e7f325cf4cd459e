package io.github.workload4j.gang.search.model;

import java.util.Arrays;

/**
 * Some of the choices that the tree of groups leaves open, made: which groups have pods, and in which domain groups lie.
 *
 * @param state what is known of each group
 * @param domain chosen domain of each group, or -1
 * @param nodes nodes on which pods may lie
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

    /** This case, the group in one domain; {@code inside} are the nodes of that domain if no other pod may lie outside, or all. */
    public Case inDomain(int group, int chosen, int[] inside) {
        int[] now = domain.clone();
        now[group] = chosen;
        return new Case(state, now, inside);
    }

    /** {@return a group whose choice is open, the first of the tree, or -1 if there is none} */
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
