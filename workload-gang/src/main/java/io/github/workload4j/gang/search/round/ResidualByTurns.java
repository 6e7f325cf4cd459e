package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.Pricing;
import io.github.workload4j.gang.search.lp.TightPatterns;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Solves a residual problem by turns: one node after the other is filled as tightly as possible.
 *
 * <p>Each node takes the pods that use it best, where a resource counts the more, the less of it may be wasted (Gupta
 * and Ho, <i>A New Heuristic Algorithm for the One-Dimensional Bin-Packing Problem</i>, 1999, for one resource). For
 * the last three nodes, tight patterns are tried, and the last but one decides what the last one holds. Another turn
 * takes the nodes in another order, with slightly different weights.
 */
final class ResidualByTurns {

    /** Branches for the pods of one node. */
    private static final long LOOK = 3_000;

    /** Patterns tried on the last node but two and on the last but one, and how many such searches a turn may make. */
    private static final int FEW = 3;

    private static final int MANY = 200;
    private static final int LOOKS = 40;

    /** The greatest weight: thirty bits, as for the prices of the LP. */
    private static final double MAX_WEIGHT = 1L << 30;

    /** By how many nodes each turn shifts the order: a prime, so that few numbers of nodes are multiples of it. */
    private static final int STRIDE = 7;

    /**
     * Where nothing of a resource may be wasted, it counts a thousand times what it counts where a whole node may be.
     */
    private static final int SCARCITY = 1_000;

    /**
     * Weights are stirred in up to ten ways, by less than half a percent: enough to break ties, too little to mislead.
     */
    private static final int STIRRINGS = 10;

    private static final double STIRRING_SCALE = 2_000;

    private final ReducedPacking reduced;
    private final TightPatterns tight;
    private final Pricing pricing;
    private final long[] weights;
    private int looks;

    ResidualByTurns(ReducedPacking reduced, TightPatterns tight, WorkMeter meter) {
        this.reduced = reduced;
        this.tight = tight;
        this.pricing = new Pricing(reduced, meter);
        pricing.limit(LOOK);
        this.weights = new long[reduced.classes];
    }

    /** {@return the pods of each node, or null if pods are left out} */
    int @Nullable [] @Nullable [] of(ResidualProblem rest, int turn) {
        int nodes = rest.nodes.length;
        if (nodes == 0) {
            return null;
        }
        value(rest, turn);
        looks = LOOKS;
        int[] order = new int[nodes];
        Arrays.setAll(order, i -> (i + STRIDE * turn) % nodes);
        int[][] pattern = new int[nodes][];
        return fill(rest, order, 0, rest.demand, rest.spare, pattern) ? pattern : null;
    }

    /** Weighs pods by what they request and how scarce that is. */
    private void value(ResidualProblem rest, int turn) {
        double[] value = new double[weights.length];
        double highest = Double.MIN_NORMAL;
        for (int r = 0; r < rest.spare.length; r++) {
            double max = 1;
            for (int i = 0; i < rest.nodes.length; i++) {
                max = Math.max(max, rest.type(i).free[r]);
            }
            for (int j = 0; j < value.length; j++) {
                value[j] += reduced.request[j][r] / (rest.spare[r] + max / SCARCITY);
            }
        }
        for (int j = 0; j < value.length; j++) {
            value[j] *= 1 + (j * 7 + 13) * turn % STIRRINGS / STIRRING_SCALE;
            highest = Math.max(highest, value[j]);
        }
        for (int j = 0; j < value.length; j++) {
            weights[j] = Math.round(value[j] / highest * MAX_WEIGHT);
        }
    }

    private boolean fill(ResidualProblem rest, int[] order, int at, int[] missing, long[] spare, int[][] pattern) {
        int node = order[at];
        int[] limit = rest.limit(node, missing);
        if (at == order.length - 1) {
            pattern[node] = limit;
            return Arrays.equals(limit, missing);
        }
        NodeType type = rest.type(node);
        for (int[] pods : choices(type, limit, spare, order.length - 1 - at)) {
            int[] others = missing.clone();
            for (int j = 0; j < pods.length; j++) {
                others[j] -= pods[j];
            }
            long[] remaining = spare.clone();
            boolean wastesTooMuch = false;
            for (int r = 0; r < remaining.length; r++) {
                remaining[r] -= type.waste(reduced, pods, r);
                wastesTooMuch |= remaining[r] < 0;
            }
            pattern[node] = pods;
            if (!wastesTooMuch && fill(rest, order, at + 1, others, remaining, pattern)) {
                return true;
            }
        }
        return false;
    }

    private int[][] choices(NodeType type, int[] limit, long[] spare, int nodesAfter) {
        if (nodesAfter > 2) {
            return pricing.above(type, limit, weights, 0) > 0
                    ? new int[][] {pricing.pattern().clone()}
                    : new int[][] {new int[limit.length]};
        }
        int[][] choices = new int[looks-- <= 0 ? 0 : nodesAfter == 2 ? FEW : MANY][];
        return Arrays.copyOf(choices, tight.of(type, limit, spare, choices, LOOK));
    }
}
