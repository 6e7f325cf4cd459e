package io.github.workload4j.gang.search.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Node types from the tightest to the loosest, by what is free on a node in shares of what is free in all.
 *
 * <p>Computed once for untouched nodes, however many classes ask. Bins are ranked by the same measure.
 *
 * @param weight what one unit of each resource counts
 * @param order the types, the tightest first
 * @param rank by place in that order, a number that rises with what is free
 */
public record Ranking(double[] weight, int[] order, int[] rank) {

    /** With fewer entries, comparing is faster than counting digits. */
    private static final int MANY = 512;

    private static final int DIGIT = 11;

    /**
     * The ranking of types.
     *
     * @param free what is free on a node, by resource and type
     * @param weight what one unit of each resource counts
     * @param size the number of types
     */
    static Ranking of(long[][] free, double[] weight, int size) {
        double[] remaining = new double[size];
        for (int r = 0; r < weight.length; r++) {
            long[] column = free[r];
            for (int i = 0; i < size; i++) {
                remaining[i] += column[i] * weight[r];
            }
        }
        long[] entries = new long[size];
        for (int i = 0; i < size; i++) {
            entries[i] = entry(remaining[i], i);
        }
        sort(entries, size);
        int[] order = new int[size];
        int[] rank = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) entries[i];
            rank[i] = rank(entries[i]);
        }
        return new Ranking(weight, order, rank);
    }

    /** {@return what one unit of each resource counts: its share of what is free in all} */
    static double[] shares(long[] total) {
        double[] weight = new double[total.length];
        for (int r = 0; r < weight.length; r++) {
            weight[r] = 1 / (1e-9 + total[r]);
        }
        return weight;
    }

    /** {@return a column by type, in this order} */
    long[] sorted(long[] column) {
        long[] sorted = new long[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    /** {@return this ranking of types that are numbered by it} */
    Ranking inOrder() {
        int[] inOrder = new int[order.length];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = i;
        }
        return new Ranking(weight, inOrder, rank);
    }

    /** {@return the places in the order of the types that hold a pod, given how many each holds} */
    BitSet takers(int[] max) {
        long[] words = new long[order.length + 63 >> 6];
        for (int w = 0; w < words.length; w++) {
            long word = 0;
            for (int i = w << 6; i < Math.min(order.length, w + 1 << 6); i++) {
                word |= (long) (-max[order[i]] >>> 31) << i;
            }
            words[w] = word;
        }
        return BitSet.valueOf(words);
    }

    /** {@return what is left and an index in one number, sorted by what is left first} */
    public static long entry(double remaining, int index) {
        return (long) Float.floatToRawIntBits((float) remaining) << 32 | index;
    }

    public static int rank(long entry) {
        return (int) (entry >>> 32);
    }

    /** Sorts entries that come in rising order of their indexes. */
    public static void sort(long[] entries, int size) {
        if (size < MANY) {
            Arrays.sort(entries, 0, size);
            return;
        }
        long[] from = entries;
        long[] to = new long[size];
        for (int shift = 32; shift < 63; shift += DIGIT) {
            int[] place = new int[(1 << DIGIT) + 1];
            for (int i = 0; i < size; i++) {
                place[1 + digit(from[i], shift)]++;
            }
            for (int d = 1; d < place.length; d++) {
                place[d] += place[d - 1];
            }
            for (int i = 0; i < size; i++) {
                to[place[digit(from[i], shift)]++] = from[i];
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        System.arraycopy(from, 0, entries, 0, size);
    }

    private static int digit(long entry, int shift) {
        return (int) (entry >>> shift) & (1 << DIGIT) - 1;
    }
}
