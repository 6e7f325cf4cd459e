package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.TightPatterns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Solves a residual problem by choice: all tight patterns of each node, if they are few, and an exact choice among
 * them.
 */
final class ResidualByChoice {

    private static final int MAX_PATTERNS = 500;
    private static final long LOOK = 20_000;
    private static final long CHOICES = 200_000;

    private final TightPatterns tight;
    private final WorkMeter meter;

    ResidualByChoice(TightPatterns tight, WorkMeter meter) {
        this.tight = tight;
        this.meter = meter;
    }

    /** {@return the pods of each node, or null if no choice is found} */
    int @Nullable [] @Nullable [] of(ResidualProblem rest) {
        int[][][] patterns = patterns(rest);
        if (patterns == null) {
            return null;
        }
        long[][][] vectors = new long[patterns.length][][];
        for (int i = 0; i < patterns.length; i++) {
            vectors[i] = i > 0 && patterns[i] == patterns[i - 1] ? vectors[i - 1] : vectors(rest, i, patterns[i]);
        }
        int[] sum = rest.demand;
        int[] choice =
                new PatternChoice(vectors, sum.length + rest.spare.length, meter).of(joined(rest.spare, sum), CHOICES);
        if (choice == null) {
            return null;
        }
        int[][] chosen = new int[choice.length][];
        Arrays.setAll(chosen, i -> patterns[i][choice[i]]);
        return chosen;
    }

    private int @Nullable [][][] patterns(ResidualProblem rest) {
        int[][][] patterns = new int[rest.nodes.length][][];
        int[][] found = new int[MAX_PATTERNS][];
        for (int i = 0; i < patterns.length; i++) {
            if (i > 0 && rest.nodes[i] == rest.nodes[i - 1]) {
                patterns[i] = patterns[i - 1];
            } else {
                int many = tight.of(rest.type(i), rest.limit(i, rest.demand), rest.spare, found, LOOK);
                if (many == 0 || !tight.isAll()) {
                    return null;
                }
                patterns[i] = Arrays.copyOf(found, many);
            }
        }
        return patterns;
    }

    /** What patterns waste and hold, in one vector. All nodes together have to waste exactly what there is to spare. */
    private static long[][] vectors(ResidualProblem rest, int node, int[][] patterns) {
        long[][] vectors = new long[patterns.length][];
        for (int i = 0; i < patterns.length; i++) {
            long[] wasted = new long[rest.spare.length];
            for (int r = 0; r < wasted.length; r++) {
                wasted[r] = rest.type(node).waste(rest.subproblem.reduced, patterns[i], r);
            }
            vectors[i] = joined(wasted, patterns[i]);
        }
        return vectors;
    }

    private static long[] joined(long[] units, int[] pods) {
        long[] joined = Arrays.copyOf(units, units.length + pods.length);
        for (int j = 0; j < pods.length; j++) {
            joined[units.length + j] = pods[j];
        }
        return joined;
    }
}
