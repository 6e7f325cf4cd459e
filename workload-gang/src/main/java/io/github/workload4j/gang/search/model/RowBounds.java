package io.github.workload4j.gang.search.model;

import io.github.workload4j.gang.packing.EvenSpread;

/**
 * What a subproblem knows of shared rows: how much each holds at least and at most, and between which levels each
 * spread lies. The level of a spread is the number of pods of its emptiest domain in the end.
 */
public final class RowBounds {

    private static final RowBounds NONE = new RowBounds(new long[0], new long[0], new int[0], new int[0]);

    /** The level of a spread of which nothing is known. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** At least this, by row; 0 or more. */
    public final long[] least;

    /** At most this, by row, or {@link SharedRows#UNLIMITED}. */
    public final long[] most;

    /** The lowest and the highest level, by spread; the highest may be {@link #OPEN}. */
    private final int[] lowest;

    private final int[] highest;

    private RowBounds(long[] least, long[] most, int[] lowest, int[] highest) {
        this.least = least;
        this.most = most;
        this.lowest = lowest;
        this.highest = highest;
    }

    static RowBounds start(SharedRows rows) {
        if (rows.isEmpty() && rows.first.length == 0) {
            return NONE;
        }
        int[] lowest = new int[rows.first.length];
        int[] highest = new int[lowest.length];
        for (int s = 0; s < lowest.length; s++) {
            highest[s] = OPEN;
            lowest[s] = OPEN;
            for (int count : rows.spread(s).counts()) {
                lowest[s] = Math.min(lowest[s], count);
            }
        }
        return new RowBounds(new long[rows.size()], rows.most(), lowest, highest);
    }

    public int lowest(int spread) {
        return lowest[spread];
    }

    public int highest(int spread) {
        return highest[spread];
    }

    /** {@return the first spread of which more than one level is possible, or -1} */
    public int open() {
        for (int s = 0; s < lowest.length; s++) {
            if (lowest[s] < highest[s]) {
                return s;
            }
        }
        return -1;
    }

    /** {@return these bounds, a spread having no level below one, or none above} */
    public RowBounds within(SharedRows rows, int spread, int from, int to) {
        EvenSpread rule = rows.spread(spread);
        int[] low = lowest.clone();
        int[] high = highest.clone();
        long[] more = least.clone();
        long[] fewer = most.clone();
        low[spread] = from;
        high[spread] = to;
        for (int d = 0; d < rule.counts().length; d++) {
            int row = rows.last[spread] + d;
            more[row] = Math.max(more[row], (long) from - rule.counts()[d]);
        }
        int row = rows.first[spread];
        for (int limit : to == OPEN ? new int[0] : rule.limits()) {
            for (int count : rule.counts()) {
                fewer[row] = Math.min(fewer[row], Math.max(0, (long) to + limit - count));
                row++;
            }
        }
        return new RowBounds(more, fewer, low, high);
    }
}
