package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.packing.WorkMeter;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one of a few vectors for each of a few nodes, such that they add up to a given sum.
 *
 * <p>Depth-first over the nodes, those with the fewest vectors first. A branch is cut off if the later nodes cannot add
 * what some component lacks, or must add more. Nodes with the same vectors take them in rising order.
 */
final class PatternChoice {

    private final long[][][] vectors;
    private final int[] order;
    private final int[] chosen;
    private final WorkMeter meter;

    /** By place in the order, the most and the least that the nodes from there on can add. */
    private final long[][] max;

    private final long[][] min;
    long effortLeft;

    /**
     * Prepares a choice.
     *
     * @param vectors by node, the vectors it may add, at least one, without negative components; nodes with the same
     *     vectors share one array
     */
    PatternChoice(long[][][] vectors, int components, WorkMeter meter) {
        int nodes = vectors.length;
        this.vectors = vectors;
        this.meter = meter;
        this.chosen = new int[nodes];
        Integer[] byLength = new Integer[nodes];
        Arrays.setAll(byLength, i -> i);
        Arrays.sort(byLength, Comparator.comparingInt(i -> vectors[i].length));
        this.order = Arrays.stream(byLength).mapToInt(i -> i).toArray();
        this.max = new long[nodes + 1][components];
        this.min = new long[nodes + 1][components];
        for (int at = nodes - 1; at >= 0; at--) {
            for (int c = 0; c < components; c++) {
                long high = 0;
                long low = Long.MAX_VALUE;
                for (long[] vector : vectors[order[at]]) {
                    high = Math.max(high, vector[c]);
                    low = Math.min(low, vector[c]);
                }
                max[at][c] = max[at + 1][c] + high;
                min[at][c] = min[at + 1][c] + Math.min(low, high);
            }
        }
    }

    /** {@return by node, the index of its vector, or null if no choice is found within {@code effort} branches} */
    int @Nullable [] of(long[] sum, long effort) {
        effortLeft = effort;
        if (!search(0, sum.clone())) {
            return null;
        }
        int[] choice = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            choice[order[at]] = chosen[at];
        }
        return choice;
    }

    private boolean search(int at, long[] missing) {
        if (at == order.length) {
            return Arrays.stream(missing).allMatch(component -> component == 0);
        }
        long[][] own = vectors[order[at]];
        int first = at > 0 && own == vectors[order[at - 1]] ? chosen[at - 1] : 0;
        for (int i = first; i < own.length && effortLeft-- > 0; i++) {
            meter.spend(1);
            if (isWithinReach(at + 1, missing, own[i])) {
                chosen[at] = i;
                add(missing, own[i], -1);
                if (search(at + 1, missing)) {
                    return true;
                }
                add(missing, own[i], 1);
            }
        }
        return false;
    }

    private boolean isWithinReach(int at, long[] missing, long[] vector) {
        long[] high = max[at];
        long[] low = min[at];
        for (int c = 0; c < missing.length; c++) {
            long rest = missing[c] - vector[c];
            if (rest > high[c] || rest < low[c]) {
                return false;
            }
        }
        return true;
    }

    private static void add(long[] to, long[] vector, int times) {
        for (int c = 0; c < to.length; c++) {
            to[c] += vector[c] * times;
        }
    }
}
