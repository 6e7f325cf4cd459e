package io.github.workload4j.gang.order;

import java.util.List;

/**
 * Volumes in numbers: which claims need one, and how many a node attaches.
 *
 * <p>Every claim that is not made where its pods are gets a volume of its own, which reaches all of them. A claim of
 * one pod is made on the pod's node, if its kind is made there; one that several pods share, only if all of them are on
 * one node. A pod that names a shared claim twice wants two volumes for it; the second is a shared claim of its own
 * here, made only if all pods of the first are on one node.
 *
 * @param supplies volumes that exist
 * @param kinds kinds of claims
 * @param own for each class the kinds of the claims that each of its pods brings; one for each claim
 * @param shared for each class the numbers of the claims that its pods share with others
 * @param sharedKinds the kind of each shared claim
 * @param madeWith for each shared claim the one whose pods must all be on one node for it to be made; mostly itself
 * @param limits how many volumes nodes attach, driver by driver
 */
public record VolumeRule(
        List<Supply> supplies,
        List<Kind> kinds,
        int[][] own,
        int[][] shared,
        int[] sharedKinds,
        int[] madeWith,
        List<AttachLimit> limits) {

    /** Copies the lists; the arrays are shared and must not be changed any more. */
    public VolumeRule {
        supplies = List.copyOf(supplies);
        kinds = List.copyOf(kinds);
        limits = List.copyOf(limits);
    }

    /**
     * Volumes that are alike.
     *
     * @param reach the nodes that reach them, as bits
     * @param count how many
     */
    public record Supply(long[] reach, int count) {

        /** {@return whether a node reaches them} */
        public boolean reaches(int node) {
            return has(reach, node);
        }
    }

    /**
     * A kind of claims.
     *
     * @param supplies the supplies that serve it, as bits
     * @param made the nodes on which one is made when it is needed, as bits
     */
    public record Kind(long[] supplies, long[] made) {

        /** {@return whether some supply serves it} */
        boolean isServed() {
            return meet(supplies, supplies);
        }

        /** {@return whether one is made on a node} */
        public boolean isMade(int node) {
            return has(made, node);
        }
    }

    /** {@return whether a set of nodes has a node} */
    static boolean has(long[] nodes, int node) {
        return (nodes[node >> 6] >>> (node & 63) & 1) != 0;
    }

    /** {@return whether two sets have something in common} */
    static boolean meet(long[] a, long[] b) {
        for (int w = 0; w < a.length; w++) {
            if ((a[w] & b[w]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether pods of a class bring volumes of which a node attaches so many} */
    boolean brings(int podClass) {
        for (AttachLimit limit : limits) {
            if (limit.brings(podClass)) {
                return true;
            }
        }
        return false;
    }
}
