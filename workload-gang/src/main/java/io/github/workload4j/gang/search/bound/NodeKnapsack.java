package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.Pricing;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;

/**
 * The most points that pods on one node of a kind can bring, and pods that bring them: a bounded knapsack in several resources.
 *
 * <p>Depth-first over the classes from most to fewest points for what they take, each from as many pods as fit to none. A branch is left
 * when what remains of some resource, at the best rate of points for a granule among the classes still to come, cannot beat the best.
 * Patterns are never listed: thin pods on fat nodes have too many. Points are set once and used for many kinds.
 *
 * <p>Bounds come from here, and no cleverer than the checker's own knapsack: what it cannot follow proves nothing. {@link Pricing} finds
 * patterns.
 */
final class NodeKnapsack {

    private static final int NONE = 0;
    private static final int FOR_NOW = 1;
    private static final int FOR_GOOD = 2;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final int resources;
    private final double[] scale;
    private final long[] weights;

    /** Classes worth something, from most to fewest points for what they take. */
    private final int[] ranking;

    private int ranked;

    private final int[] order;
    private final int[] limit;
    private int used;

    /** Best rate of points for a granule of each resource, among the classes from each depth on; infinite if one asks for nothing. */
    private final double[][] rate;

    /** Whether a depth's own class has a rate no worse than all after it, by resource. */
    private final boolean[][] falling;

    private final long[] remaining;
    private final int[] taken;
    private final int[] bestTaken;
    private long best;
    private long effort = Long.MAX_VALUE;
    private long effortLeft;

    NodeKnapsack(Subproblem subproblem, WorkMeter meter) {
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
        this.bestTaken = new int[classes];
    }

    /** Sets the points of one pod by class; pods worth nothing or less are left out where they may be. */
    void set(long[] now) {
        System.arraycopy(now, 0, weights, 0, now.length);
        double[] key = new double[now.length];
        ranked = 0;
        for (int j = 0; j < now.length; j++) {
            if (now[j] > 0) {
                double share = 0;
                for (int r = 0; r < resources; r++) {
                    share += reduced.request[j][r] / scale[r];
                }
                key[j] = now[j] / Math.max(share, 1e-300);
                int at = ranked++;
                for (; at > 0 && key[ranking[at - 1]] < key[j]; at--) {
                    ranking[at] = ranking[at - 1];
                }
                ranking[at] = j;
            }
        }
    }

    /** Limits the branches looked at for each node: what is found then need not be the most. */
    void limit(long max) {
        effort = max;
    }

    /**
     * {@return the most points of a node, or -1 if it cannot hold what it holds for sure}
     *
     * @param type the node
     * @param max most pods of each class, at most the kind's own
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
                            || reduced.keepsOut(taken, j)) {
                        return -1;
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
            if (more > 0 && !reduced.keepsOut(taken, j)) {
                more = NodeType.fitting(reduced.request[j], remaining, more);
                if (more > 0) {
                    order[used] = j;
                    limit[used++] = more;
                }
            }
        }
        best = 0;
        System.arraycopy(taken, 0, bestTaken, 0, taken.length);
        if (used > 0) {
            rateFromTheEnd();
            effortLeft = effort;
            search(0, 0);
        }
        return Math.addExact(sure, best);
    }

    /**
     * {@return a bound on the points of a node, the most itself unless that takes too long to find; -1 if it cannot hold what it holds for
     * sure}
     */
    long atMost(NodeType type, int[] max) {
        long found = of(type, max);
        if (found < 0 || used == 0 || effortLeft > 0) {
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

    /** {@return pods by class that bring the points found last; valid until the next call} */
    int[] pattern() {
        return bestTaken;
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
        int many = reduced.keepsOut(taken, j) ? 0 : NodeType.fitting(reduced.request[j], remaining, limit[depth]);
        if (depth == used - 1) {
            long all = Math.addExact(worth, Math.multiplyExact(weights[j], (long) many));
            if (all > best) {
                best = all;
                System.arraycopy(taken, 0, bestTaken, 0, taken.length);
                bestTaken[j] += many;
            }
            return;
        }
        if (many > 0) {
            take(j, many);
        }
        for (int some = many; ; some--) {
            long now = Math.addExact(worth, Math.multiplyExact(weights[j], (long) some));
            if (now > best) {
                best = now;
                System.arraycopy(taken, 0, bestTaken, 0, taken.length);
            }
            int verdict = effortLeft > 0 ? shortage(depth, best - now) : NONE;
            if (verdict == NONE && effortLeft > 0) {
                search(depth + 1, now);
            }
            if (some == 0 || effortLeft <= 0 || verdict == FOR_GOOD) {
                take(j, -some);
                return;
            }
            take(j, -1);
        }
    }

    /**
     * Whether some resource does not let the classes after a depth bring more than so many points; too rarely rather than too often by
     * rounding. For good, if it lets them even less when pods of the depth's class make place for them: if that class has the better rate.
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

    private void take(int j, int some) {
        taken[j] += some;
        long[] requested = reduced.request[j];
        for (int r = 0; r < resources; r++) {
            remaining[r] -= requested[r] * some;
        }
    }
}
