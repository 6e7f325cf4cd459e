package io.github.workload4j.gang.search.model;

import java.util.BitSet;

/**
 * How many pods of a class nodes hold, if there are enough of it and no others. Computed once for {@link NodeClasses}.
 *
 * @param max the most pods on a node, by node class
 * @param highest the greatest of these
 * @param places their sum over all nodes
 * @param takers the node classes on which a pod fits, as places in their ranking
 */
record Capacity(int[] max, int highest, long places, BitSet takers) {

    /**
     * {@return the capacity for each pod class}
     *
     * @param columns free units by resource and node class, then words of the pod classes that fit
     * @param end by node class, the number of its nodes and those before it
     * @param ranking the ranked node classes
     */
    static Capacity[] of(long[][] columns, long[][] request, int[] end, Ranking ranking) {
        int[][] max = Reciprocal.fitting(columns, request, end.length);
        Capacity[] all = new Capacity[request.length];
        for (int j = 0; j < all.length; j++) {
            long[] usable = columns[request[j].length + (j >> 6)];
            for (int nodeClass = 0; nodeClass < end.length; nodeClass++) {
                max[j][nodeClass] &= -(int) (usable[nodeClass] >>> j & 1);
            }
            all[j] = of(max[j], end, ranking);
        }
        return all;
    }

    private static Capacity of(int[] max, int[] end, Ranking ranking) {
        int highest = 0;
        long places = 0;
        int before = 0;
        for (int nodeClass = 0; nodeClass < max.length; nodeClass++) {
            highest = Math.max(highest, max[nodeClass]);
            places += (long) max[nodeClass] * (end[nodeClass] - before);
            before = end[nodeClass];
        }
        return new Capacity(max, highest, places, ranking.takers(max));
    }
}
