package io.github.workload4j.gang.question;

import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The smallest sum that some numbers of a list can have: which sums so many of them have is found one by one. */
final class TightestSum {

    /** Most entries of the table that says how a sum is made. */
    private static final long MOST_ENTRIES = 1 << 22;

    private TightestSum() {}

    /**
     * {@return the places of {@code k} numbers whose sum is the smallest from {@code atLeast} to {@code below}
     * exclusive; null if no {@code k} of them have such a sum}
     *
     * @param numbers each 0 or more
     * @throws WorkMeter.Stopped if that takes more steps than there are, or too large a table
     */
    static @Nullable BitSet of(long[] numbers, int k, long atLeast, long below, WorkMeter meter) {
        if (atLeast >= below) {
            return null;
        }
        if (below > MOST_ENTRIES / (k + 1)) {
            throw WorkMeter.stop(StopReason.STEPS);
        }
        int words = (int) (below + 63 >> 6);
        long[][] sums = new long[k + 1][words];
        sums[0][0] = 1;
        int[][] madeBy = new int[k + 1][words << 6];
        int[] last = new int[k + 1];
        int best = (int) atLeast;
        for (int n = 0; n < numbers.length && !has(sums[k], best); n++) {
            if (numbers[n] < below) {
                meter.spend(1 + (long) k * words / 8);
                for (int j = Math.min(k, n + 1); j > 0; j--) {
                    int whole = (int) (numbers[n] >> 6);
                    last[j] = Math.max(last[j], Math.min(words - 1, last[j - 1] + whole + 1));
                    add(sums[j - 1], (int) numbers[n], sums[j], last[j], madeBy[j], n);
                }
            }
        }
        for (int sum = (int) atLeast; sum < below; sum++) {
            if (has(sums[k], sum)) {
                return traced(numbers, k, sum, madeBy);
            }
        }
        return null;
    }

    private static boolean has(long[] sums, int sum) {
        return (sums[sum >> 6] >>> sum & 1) != 0;
    }

    /** Adds a number to sums, all of them in words up to {@code last}; notes which number made each new one first. */
    private static void add(long[] from, int number, long[] to, int last, int[] madeBy, int by) {
        int whole = number >> 6;
        for (int w = last; w >= whole; w--) {
            long shifted = from[w - whole] << number;
            if ((number & 63) != 0 && w > whole) {
                shifted |= from[w - whole - 1] >>> -number;
            }
            long fresh = shifted & ~to[w];
            to[w] |= fresh;
            for (; fresh != 0; fresh &= fresh - 1) {
                madeBy[(w << 6) + Long.numberOfTrailingZeros(fresh)] = by;
            }
        }
    }

    private static BitSet traced(long[] numbers, int k, int sum, int[][] madeBy) {
        BitSet places = new BitSet();
        int left = sum;
        for (int j = k; j > 0; j--) {
            int by = madeBy[j][left];
            places.set(by);
            left -= (int) numbers[by];
        }
        return places;
    }
}
