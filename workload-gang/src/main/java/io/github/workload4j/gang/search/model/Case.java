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
    public static Case start(Question question) {
        int[] domain = new int[question.tree.size];
        Arrays.fill(domain, -1);
        return new Case(question.tree.start(), domain, question.bases.rising());
    }

    /** {@return whether pods of every class may lie wherever the question allows} */
    boolean isAll(Question question) {
        boolean all = nodes.length == question.bases.nodes().length;
        for (int g = 0; g < state.length; g++) {
            all &= state[g] != Tree.EMPTY && domain[g] < 0;
        }
        return all;
    }

    public Case withGroup(Tree tree, int group, byte known) {
        return new Case(tree.with(state, group, known), domain, nodes);
    }

    /** This case, the group in one domain; {@code inside} are the nodes of that domain if no other pod may lie outside, or all. */
    public Case inDomain(int group, int chosen, int[] inside) {
        int[] now = domain.clone();
        now[group] = chosen;
        return new Case(state, now, inside);
    }

    /** {@return a group whose choice is open, the first of the tree, or -1 if there is none} */
    public int open(Tree tree) {
        for (int g = 0; g < tree.size; g++) {
            if (state[g] == Tree.OPEN || state[g] == Tree.PLACED && tree.domainOf[g] != null && domain[g] < 0) {
                return g;
            }
        }
        return -1;
    }
}
