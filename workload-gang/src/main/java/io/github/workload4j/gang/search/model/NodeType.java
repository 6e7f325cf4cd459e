package io.github.workload4j.gang.search.model;

/**
 * Nodes that nothing tells apart any more: a range of an array of nodes, what is free on each, and how many pods of each class each
 * may hold and holds for sure.
 */
public final class NodeType {

    public final int[] nodes;
    public final int from;
    public final int to;

    /** Granules free on each node, before any pod. */
    public final long[] free;

    /** Most pods of each class on a node. */
    public final int[] max;

    /** Fewest pods of each class on a node; nothing but zeros unless the range is one node. */
    public final int[] min;

    /** Whether any of these is not zero. */
    public final boolean hasFixed;

    /** Domain in each conflict over wider domains, or -1. */
    public final int[] domains;

    public NodeType(int[] nodes, int from, int to, long[] free, int[] max, int[] min, int[] domains) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.free = free;
        this.max = max;
        this.min = min;
        this.domains = domains;
        boolean some = false;
        for (int fewest : min) {
            some |= fewest > 0;
        }
        this.hasFixed = some;
    }

    public int size() {
        return to - from;
    }

    /** {@return these nodes, each with {@code limit} pods of class {@code j} at most} */
    public NodeType withMax(int j, int limit) {
        int[] lower = max.clone();
        lower[j] = Math.min(lower[j], limit);
        return new NodeType(nodes, from, to, free, lower, min, domains);
    }

    /** {@return the first node, with {@code floor} pods of class {@code j} at least} */
    public NodeType firstWithMin(int j, int floor) {
        int[] higher = min.clone();
        higher[j] = Math.max(higher[j], floor);
        return new NodeType(nodes, from, from + 1, free, max, higher, domains);
    }

    /** {@return all but the first node} */
    public NodeType rest() {
        return new NodeType(nodes, from + 1, to, free, max, min, domains);
    }

    /** {@return what pods on a node leave unused of a resource} */
    public long waste(ReducedPacking reduced, int[] pods, int resource) {
        long waste = free[resource];
        for (int j = 0; j < pods.length; j++) {
            waste -= reduced.request[j][resource] * pods[j];
        }
        return waste;
    }

    /**
     * {@return number of pods of the given request that fit into what is left, {@code limit} at most} Short divisions are faster than long
     * ones.
     */
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
