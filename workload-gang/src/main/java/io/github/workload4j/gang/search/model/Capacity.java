package io.github.workload4j.gang.search.model;

import java.util.BitSet;

/**
 * How many pods of a class nodes hold, if there are enough of it and no others: the numbers of {@link NodeClasses}, found out once.
 *
 * @param max pods on a node of each base
 * @param highest the greatest of these
 * @param places their sum over all nodes
 * @param takers the bases on which a pod fits, as places in their ranking
 */
record Capacity(int[] max, int highest, long places, BitSet takers) {

    /**
     * {@return the capacity for each class}
     *
     * @param columns what is free by resource and base, then words of the classes that may use a base
     * @param end how many nodes there are of each base and those before it
     * @param ranking the bases, ranked
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
