package io.github.workload4j.gang.search.model;

/**
 * Nodes that nothing tells apart any more: a range of an array of nodes, what is free on each, and how many pods of each class each
 * may hold and holds for sure.
 */
public final class Kind {

    public final int[] nodes;
    public final int from;
    public final int to;

    /** Granules free on each node, before any pod. */
    public final long[] free;

    /** Most pods of each class on a node. */
    public final int[] most;

    /** Fewest pods of each class on a node; nothing but zeros unless the range is one node. */
    public final int[] least;

    /** Whether any of these is not zero. */
    public final boolean holdsSome;

    /** Domain in each conflict over wider domains, or -1. */
    public final int[] domains;

    public Kind(int[] nodes, int from, int to, long[] free, int[] most, int[] least, int[] domains) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.free = free;
        this.most = most;
        this.least = least;
        this.domains = domains;
        boolean some = false;
        for (int fewest : least) {
            some |= fewest > 0;
        }
        this.holdsSome = some;
    }

    public int size() {
        return to - from;
    }

    /** {@return these nodes, each with {@code limit} pods of class {@code j} at most} */
    public Kind withMost(int j, int limit) {
        int[] lower = most.clone();
        lower[j] = Math.min(lower[j], limit);
        return new Kind(nodes, from, to, free, lower, least, domains);
    }

    /** {@return the first node, with {@code floor} pods of class {@code j} at least} */
    public Kind firstWithLeast(int j, int floor) {
        int[] higher = least.clone();
        higher[j] = Math.max(higher[j], floor);
        return new Kind(nodes, from, from + 1, free, most, higher, domains);
    }

    /** {@return all but the first node} */
    public Kind rest() {
        return new Kind(nodes, from + 1, to, free, most, least, domains);
    }

    /** {@return what pods on a node leave unused of a resource} */
    public long waste(Question question, int[] pods, int resource) {
        long waste = free[resource];
        for (int j = 0; j < pods.length; j++) {
            waste -= question.request[j][resource] * pods[j];
        }
        return waste;
    }

    /**
     * {@return number of pods of the given request that fit into what is left, {@code limit} at most} Short divisions are faster than long
     * ones.
     */
    public static int fitting(long[] request, long[] left, int limit) {
        long fitting = limit;
        for (int r = 0; r < request.length; r++) {
            long asked = request[r];
            if (asked > 0 && (asked > Integer.MAX_VALUE || asked * fitting > left[r])) {
                fitting = Math.min(fitting, quotient(left[r], asked));
            }
        }
        return (int) fitting;
    }

    public static long quotient(long free, long asked) {
        return (free | asked) >>> 31 == 0 ? (int) free / (int) asked : free / asked;
    }
}
