package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;

/**
 * The most weight that pods on one node can have together: a bounded knapsack with several resources.
 *
 * <p>Depth-first over the classes, from the most to the least weight for what they request, and for each class from as
 * many pods as fit down to none. A branch is cut off if some resource, at the best weight per unit among the classes
 * still to be decided, cannot beat the best sum. Weights are set once and used for many types.
 *
 * <p>Bounds come from here. It is no cleverer than the checker's own knapsack, since what the checker cannot follow
 * proves nothing. {@link io.github.workload4j.gang.search.lp.Pricing} finds patterns.
 */
public final class NodeKnapsack {

    /** In place of a weight: fixed pods do not fit. A weight may be negative where fixed pods are a loss. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final int NONE = 0;
    private static final int FOR_NOW = 1;
    private static final int FOR_GOOD = 2;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final int resources;
    private final double[] scale;
    private final long[] weights;

    /** Classes with positive weight, from the most to the least weight for what they request. */
    private final int[] ranking;

    private int ranked;

    private final int[] order;
    private final int[] limit;
    private int used;

    /**
     * By depth and resource, the best weight per unit among the classes from there on; infinite if one requests
     * nothing.
     */
    private final double[][] rate;

    /** By depth and resource, whether the class itself has the best weight per unit. */
    private final boolean[][] falling;

    private final long[] remaining;
    private final int[] taken;
    private long best;
    private long effort = Long.MAX_VALUE;
    private long effortLeft;

    public NodeKnapsack(Subproblem subproblem, WorkMeter meter) {
        this.reduced = subproblem.reduced;
        this.meter = meter;
        this.resources = reduced.resources;
        this.scale = new double[resources];
        Arrays.setAll(scale, r -> 1e-9 + subproblem.total()[r]);
        int classes = reduced.classes;
        this.weights = new long[classes];
        this.ranking = new int[classes];
        this.order = new int[classes];
        this.limit = new int[classes];
        this.rate = new double[classes + 1][resources];
        this.falling = new boolean[classes + 1][resources];
        this.remaining = new long[resources];
        this.taken = new int[classes];
    }

    /** Sets the weight of one pod of each class. Pods without positive weight are left out unless they are fixed. */
    public void set(long[] newWeights) {
        System.arraycopy(newWeights, 0, weights, 0, newWeights.length);
        double[] key = new double[newWeights.length];
        ranked = 0;
        for (int j = 0; j < newWeights.length; j++) {
            if (newWeights[j] > 0) {
                double share = 0;
                for (int r = 0; r < resources; r++) {
                    share += reduced.request[j][r] / scale[r];
                }
                key[j] = newWeights[j] / Math.max(share, 1e-300);
                int at = ranked++;
                for (; at > 0 && key[ranking[at - 1]] < key[j]; at--) {
                    ranking[at] = ranking[at - 1];
                }
                ranking[at] = j;
            }
        }
    }

    /** Limits the branches for each node. What is found then need not be the most. */
    public void limit(long max) {
        effort = max;
    }

    /**
     * {@return the most weight on a node, or {@link #NEVER} if its fixed pods do not fit}
     *
     * @param type the node's type
     * @param max the most pods of each class, at most the type's own
     */
    long of(NodeType type, int[] max) {
        System.arraycopy(type.free, 0, remaining, 0, resources);
        Arrays.fill(taken, 0);
        long sure = 0;
        if (type.hasFixed) {
            for (int j = 0; j < taken.length; j++) {
                if (type.min[j] > 0) {
                    if (type.min[j] > max[j]
                            || NodeType.fitting(reduced.request[j], remaining, type.min[j]) < type.min[j]
                            || reduced.excludes(taken, j)) {
                        return NEVER;
                    }
                    take(j, type.min[j]);
                    sure = Math.addExact(sure, Math.multiplyExact(weights[j], (long) type.min[j]));
                }
            }
        }
        used = 0;
        for (int i = 0; i < ranked; i++) {
            int j = ranking[i];
            int more = max[j] - taken[j];
            if (more > 0 && !reduced.excludes(taken, j)) {
                more = NodeType.fitting(reduced.request[j], remaining, more);
                if (more > 0) {
                    order[used] = j;
                    limit[used++] = more;
                }
            }
        }
        best = 0;
        if (used > 0) {
            rateFromTheEnd();
            effortLeft = effort;
            search(0, 0);
        }
        return Math.addExact(sure, best);
    }

    /**
     * {@return a bound on the weight of a node, exact unless that takes too long; {@link #NEVER} if its fixed pods do
     * not fit}
     */
    public long atMost(NodeType type, int[] max) {
        long found = of(type, max);
        if (found == NEVER || used == 0 || effortLeft > 0) {
            return found;
        }
        double bound = Double.POSITIVE_INFINITY;
        for (int r = 0; r < resources; r++) {
            if (rate[0][r] < Double.POSITIVE_INFINITY) {
                bound = Math.min(bound, rate[0][r] * remaining[r] * (1 + 1e-9) + 1e-6);
            }
        }
        return bound < Long.MAX_VALUE / 4
                ? Math.addExact(found - best, Math.max(best, (long) bound))
                : Long.MAX_VALUE / 4;
    }

    private void rateFromTheEnd() {
        Arrays.fill(rate[used], 0);
        for (int depth = used - 1; depth >= 0; depth--) {
            int j = order[depth];
            long[] requested = reduced.request[j];
            for (int r = 0; r < resources; r++) {
                double own = requested[r] == 0 ? Double.POSITIVE_INFINITY : (double) weights[j] / requested[r];
                falling[depth][r] = own >= rate[depth + 1][r];
                rate[depth][r] = Math.max(rate[depth + 1][r], own);
            }
        }
    }

    private void search(int depth, long worth) {
        meter.spend(1);
        effortLeft--;
        int j = order[depth];
        int many = reduced.excludes(taken, j) ? 0 : NodeType.fitting(reduced.request[j], remaining, limit[depth]);
        if (depth == used - 1) {
            long all = Math.addExact(worth, Math.multiplyExact(weights[j], (long) many));
            best = Math.max(best, all);
            return;
        }
        if (many > 0) {
            take(j, many);
        }
        for (int pods = many; ; pods--) {
            long sum = Math.addExact(worth, Math.multiplyExact(weights[j], (long) pods));
            best = Math.max(best, sum);
            int verdict = effortLeft > 0 ? shortage(depth, best - sum) : NONE;
            if (verdict == NONE && effortLeft > 0) {
                search(depth + 1, sum);
            }
            if (pods == 0 || effortLeft <= 0 || verdict == FOR_GOOD) {
                take(j, -pods);
                return;
            }
            take(j, -1);
        }
    }

    /**
     * Tells whether some resource keeps the classes after a depth from adding more than {@code missing}. Rounding errs
     * towards no.
     *
     * <p>The answer is {@link #FOR_GOOD} if fewer pods of the depth's own class make it no better: that class has the
     * better weight per unit.
     */
    private int shortage(int depth, long missing) {
        double max = missing / (1 + 1e-9) - 1e-6;
        double[] rates = rate[depth + 1];
        boolean[] better = falling[depth];
        int found = NONE;
        for (int r = 0; r < resources; r++) {
            if (rates[r] * remaining[r] <= max) {
                if (better[r]) {
                    return FOR_GOOD;
                }
                found = FOR_NOW;
            }
        }
        return found;
    }

    private void take(int j, int pods) {
        taken[j] += pods;
        long[] requested = reduced.request[j];
        for (int r = 0; r < resources; r++) {
            remaining[r] -= requested[r] * pods;
        }
    }
}
