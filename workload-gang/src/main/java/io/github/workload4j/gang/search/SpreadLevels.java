package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.search.bound.DualBounds;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.RowBounds;
import io.github.workload4j.gang.search.model.SaturatedMath;
import io.github.workload4j.gang.search.model.Subproblem;

/**
 * What the nodes of its domains say about the level of a spread, the number of pods of its emptiest domain in the end.
 *
 * @param highest no answer has a higher level
 * @param emptiest the row of a domain that cannot have more pods than that
 * @param likely the lowest level at which domains may take all pods of the spread, or the highest
 */
record SpreadLevels(int highest, int emptiest, int likely) {

    static SpreadLevels of(Subproblem subproblem, int number, DualBounds bounds) {
        ReducedPacking reduced = subproblem.reduced;
        EvenSpread spread = reduced.rows.spread(number);
        long[] held = new long[spread.counts().length];
        long highest = RowBounds.OPEN - 1;
        int emptiest = reduced.rows.last[number];
        for (int d = 0; d < held.length; d++) {
            int row = reduced.rows.last[number] + d;
            held[d] = bounds.heldOf(subproblem, row);
            if (SaturatedMath.sum(held[d], spread.counts()[d]) < highest) {
                highest = held[d] + spread.counts()[d];
                emptiest = row;
            }
        }
        long from = Math.min(subproblem.rows.lowest(number), highest);
        long to = highest;
        while (from < to) {
            long middle = (from + to) >>> 1;
            if (hasRoom(reduced, spread, held, middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return new SpreadLevels((int) highest, emptiest, (int) to);
    }

    /** Whether domains may take, at a level, as many pods as there are, for each limit. */
    private static boolean hasRoom(ReducedPacking reduced, EvenSpread spread, long[] held, long level) {
        for (int limit : spread.limits()) {
            long missing = 0;
            for (int j : spread.upTo(limit)) {
                missing += reduced.count[j];
            }
            for (int d = 0; d < held.length; d++) {
                missing -= Math.min(held[d], Math.max(0, level + limit - spread.counts()[d]));
            }
            if (missing > 0) {
                return false;
            }
        }
        return true;
    }
}
