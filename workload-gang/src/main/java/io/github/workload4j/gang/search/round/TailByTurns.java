package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.Pricing;
import io.github.workload4j.gang.search.lp.TightPatterns;
import io.github.workload4j.gang.search.model.Kind;
import io.github.workload4j.gang.search.model.Question;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A few nodes filled one after the other, as tightly as can be.
 *
 * <p>Each takes the pods that use it best, where a resource counts for more, the less of it may be wasted (Gupta and Ho, <i>A New Heuristic
 * Algorithm for the One-Dimensional Bin-Packing Problem</i>, 1999, for one resource). For the last three, patterns that waste no more than
 * is left to waste are tried, and the last but one decides what the last one holds. Another turn takes the nodes in another order, and pods
 * of some classes count for a little more.
 */
final class TailByTurns {

    /** Branches looked at for the pods of one node. */
    private static final long LOOK = 3_000;

    /** Patterns tried on the last node but two, and on the last but one, and how often such are looked for in one turn. */
    private static final int FEW = 3;

    private static final int MANY = 200;
    private static final int LOOKS = 40;

    private static final double POINTS = 1L << 30;

    private final Question question;
    private final TightPatterns tight;
    private final Pricing pricing;
    private final long[] points;
    private int looks;

    TailByTurns(Question question, TightPatterns tight, WorkMeter steps) {
        this.question = question;
        this.tight = tight;
        this.pricing = new Pricing(question, steps);
        pricing.limit(LOOK);
        this.points = new long[question.classes];
    }

    /** {@return by node, the pods it takes, or null if pods are left out} */
    int @Nullable [] @Nullable [] of(Rest rest, int turn) {
        int nodes = rest.nodes.length;
        if (nodes == 0) {
            return null;
        }
        value(rest, turn);
        looks = LOOKS;
        int[] order = new int[nodes];
        Arrays.setAll(order, i -> (i + 7 * turn) % nodes);
        int[][] pattern = new int[nodes][];
        return fill(rest, order, 0, rest.demand, rest.spare, pattern) ? pattern : null;
    }

    /** What pods are worth: what they ask, by how scarce it is. */
    private void value(Rest rest, int turn) {
        double[] value = new double[points.length];
        double highest = Double.MIN_NORMAL;
        for (int r = 0; r < rest.spare.length; r++) {
            double most = 1;
            for (int i = 0; i < rest.nodes.length; i++) {
                most = Math.max(most, rest.kind(i).free[r]);
            }
            for (int j = 0; j < value.length; j++) {
                value[j] += question.request[j][r] / (rest.spare[r] + most / 1_000);
            }
        }
        for (int j = 0; j < value.length; j++) {
            value[j] *= 1 + (j * 7 + 13) * turn % 10 / 2_000.0;
            highest = Math.max(highest, value[j]);
        }
        for (int j = 0; j < value.length; j++) {
            points[j] = Math.round(value[j] / highest * POINTS);
        }
    }

    private boolean fill(Rest rest, int[] order, int at, int[] missing, long[] spare, int[][] pattern) {
        int node = order[at];
        int[] limit = rest.limit(node, missing);
        if (at == order.length - 1) {
            pattern[node] = limit;
            return Arrays.equals(limit, missing);
        }
        Kind kind = rest.kind(node);
        for (int[] pods : choices(kind, limit, spare, order.length - 1 - at)) {
            int[] others = missing.clone();
            for (int j = 0; j < pods.length; j++) {
                others[j] -= pods[j];
            }
            long[] left = spare.clone();
            boolean wastesTooMuch = false;
            for (int r = 0; r < left.length; r++) {
                left[r] -= kind.waste(question, pods, r);
                wastesTooMuch |= left[r] < 0;
            }
            pattern[node] = pods;
            if (!wastesTooMuch && fill(rest, order, at + 1, others, left, pattern)) {
                return true;
            }
        }
        return false;
    }

    private int[][] choices(Kind kind, int[] limit, long[] spare, int nodesAfter) {
        if (nodesAfter > 2) {
            return pricing.above(kind, limit, points, 0) > 0
                    ? new int[][] {pricing.pattern().clone()}
                    : new int[][] {new int[limit.length]};
        }
        int[][] choices = new int[looks-- <= 0 ? 0 : nodesAfter == 2 ? FEW : MANY][];
        return Arrays.copyOf(choices, tight.of(kind, limit, spare, choices, LOOK));
    }
}
