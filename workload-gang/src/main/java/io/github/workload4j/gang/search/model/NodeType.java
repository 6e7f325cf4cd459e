package io.github.workload4j.gang.search.model;

/**
 * Nodes that nothing tells apart in a subproblem: a range of an array of nodes, what is free on each, and how many pods
 * of each class one may hold and must hold.
 */
public final class NodeType {

    public final int[] nodes;
    public final int from;
    public final int to;

    /** Free units on each node, before any pod. */
    public final long[] free;

    /** The most pods of each class on a node. */
    public final int[] max;

    /** The fixed pods of each class; all zero unless the range is one node. */
    public final int[] min;

    /** Whether there are fixed pods. */
    public final boolean hasFixed;

    /** The domain by each label of wide conflicts, or -1. */
    final int[] domains;

    /** The shared rows that the nodes lie in, rising. */
    public final int[] rows;

    public NodeType(int[] nodes, int from, int to, long[] free, int[] max, int[] min, int[] domains, int... rows) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.free = free;
        this.max = max;
        this.min = min;
        this.domains = domains;
        this.rows = rows;
        boolean any = false;
        for (int fewest : min) {
            any |= fewest > 0;
        }
        this.hasFixed = any;
    }

    /** {@return the domain in a wide conflict, or -1} */
    public int domain(ReducedPacking reduced, int conflict) {
        return domains[reduced.labelOf[conflict]];
    }

    public int size() {
        return to - from;
    }

    /** {@return these nodes with at most {@code limit} pods of class {@code j} on each} */
    public NodeType withMax(int j, int limit) {
        int[] lower = max.clone();
        lower[j] = Math.min(lower[j], limit);
        return new NodeType(nodes, from, to, free, lower, min, domains, rows);
    }

    /** {@return the first node with at least {@code floor} pods of class {@code j}} */
    public NodeType firstWithMin(int j, int floor) {
        int[] higher = min.clone();
        higher[j] = Math.max(higher[j], floor);
        return new NodeType(nodes, from, from + 1, free, max, higher, domains, rows);
    }

    /** {@return all nodes but the first} */
    public NodeType rest() {
        return new NodeType(nodes, from + 1, to, free, max, min, domains, rows);
    }

    /** {@return what pods on a node waste of a resource} */
    public long waste(ReducedPacking reduced, int[] pods, int resource) {
        long waste = free[resource];
        for (int j = 0; j < pods.length; j++) {
            waste -= reduced.request[j][resource] * pods[j];
        }
        return waste;
    }

    /** {@return the number of pods of a request that fit into what is left, at most {@code limit}} */
    public static int fitting(long[] request, long[] remaining, int limit) {
        long fitting = limit;
        for (int r = 0; r < request.length; r++) {
            long requested = request[r];
            if (requested > 0 && (requested > Integer.MAX_VALUE || requested * fitting > remaining[r])) {
                fitting = Math.min(fitting, quotient(remaining[r], requested));
            }
        }
        return (int) fitting;
    }

    public static long quotient(long free, long requested) {
        return (free | requested) >>> 31 == 0 ? (int) free / (int) requested : free / requested;
    }
}
