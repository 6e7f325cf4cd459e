package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.Arrays;

/**
 * Pods on one node that are worth more than a floor, and as much as can be: a bounded knapsack in several resources, searched depth-first
 * over the classes as far as the {@link CompletionBound} reaches. Patterns are never listed: thin pods on fat nodes have too many.
 *
 * <p>Bounds are computed in floating point. What is found here guides the search and proves nothing; the bounds have a knapsack of their own.
 */
public final class Pricing {

    private static final double BLUR = 1e-12;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final CompletionBound outlook;
    private final int resources;
    private final long[] weights;

    /** Classes worth something that fit, and how many pods of each. */
    private final int[] candidate;

    private final int[] room;

    private final long[] remaining;
    private final int[] taken;
    private final int[] lost;
    private double blur;
    private long effort = Long.MAX_VALUE;
    private long effortLeft;

    /** The most points so far, or what patterns must have more than, besides those of the pods that the node holds for sure. */
    private long best;

    private final int[] bestTaken;

    public Pricing(ReducedPacking reduced, WorkMeter meter) {
        int classes = reduced.classes;
        this.reduced = reduced;
        this.meter = meter;
        this.resources = reduced.resources;
        this.outlook = new CompletionBound(reduced.request, resources);
        this.weights = new long[classes];
        this.candidate = new int[classes];
        this.room = new int[classes];
        this.remaining = new long[resources];
        this.taken = new int[classes];
        this.lost = new int[classes];
        this.bestTaken = new int[classes];
    }

    /** Limits the branches looked at for each node: what is found then need not be the most, or all. */
    public void limit(long branches) {
        effort = branches;
    }

    /**
     * {@return the most points of a node, or {@code floor} if it does not have more}
     *
     * @param type the node
     * @param max most pods of each class, at most the kind's own
     * @param weights points of one pod, by class; pods worth nothing are left out where they may be
     * @param floor points that are of no interest
     */
    public long above(NodeType type, int[] max, long[] weights, long floor) {
        System.arraycopy(weights, 0, this.weights, 0, weights.length);
        long sure = start(type, max);
        if (sure < 0) {
            return floor;
        }
        best = Math.max(0, floor - sure);
        System.arraycopy(taken, 0, bestTaken, 0, taken.length);
        search(max);
        return Math.max(floor, Math.addExact(sure, best));
    }

    /** {@return pods by class that bring the points found last, if these were above the floor; valid until the next call} */
    public int[] pattern() {
        return bestTaken;
    }

    /** Puts on the node what it holds for sure, and returns what that is worth, or -1 if it cannot be. */
    private long start(NodeType type, int[] max) {
        System.arraycopy(type.free, 0, remaining, 0, resources);
        Arrays.fill(taken, 0);
        long sure = 0;
        for (int j = 0; type.hasFixed && j < taken.length; j++) {
            int min = type.min[j];
            if (min > 0) {
                if (min > max[j]
                        || NodeType.fitting(reduced.request[j], remaining, min) < min
                        || reduced.keepsOut(taken, j)) {
                    return -1;
                }
                take(j, min);
                sure = Math.addExact(sure, Math.multiplyExact(weights[j], (long) min));
            }
        }
        return sure;
    }

    private void search(int[] max) {
        int used = 0;
        for (int j = 0; j < weights.length; j++) {
            int more = max[j] - taken[j];
            if (weights[j] > 0 && more > 0 && !reduced.keepsOut(taken, j)) {
                more = NodeType.fitting(reduced.request[j], remaining, more);
                if (more > 0) {
                    candidate[used] = j;
                    room[used++] = more;
                }
            }
        }
        if (used > 0) {
            meter.spend(1 + (used + resources) * resources);
            double bound = outlook.over(used, candidate, weights, remaining, room);
            blur = bound * BLUR + 1e-3;
            effortLeft = effort;
            search(0, 0, bound);
        }
    }

    /**
     * Tries the classes from a depth on.
     *
     * @param sum points so far
     * @param bound points that the relaxation leaves possible
     */
    private void search(int depth, long sum, double bound) {
        meter.spend(2);
        effortLeft--;
        double wanted = best + 1 - blur;
        if (!outlook.isWithinReach(depth, wanted - sum, bound - wanted, remaining, lost)) {
            return;
        }
        int j = outlook.order[depth];
        int fewest = outlook.fewest;
        int many = reduced.keepsOut(taken, j) ? 0 : NodeType.fitting(reduced.request[j], remaining, outlook.max);
        if (many < fewest) {
            return;
        }
        if (depth == outlook.used - 1) {
            long all = Math.addExact(sum, Math.multiplyExact(weights[j], (long) many));
            if (all > best) {
                note(all, j, many);
            }
            return;
        }
        boolean rising = depth < outlook.parts && !outlook.all[depth];
        int step = rising ? 1 : -1;
        int last = rising ? many : fewest;
        int some = rising ? fewest : many;
        take(j, some);
        while (true) {
            long more = Math.addExact(sum, Math.multiplyExact(weights[j], (long) some));
            if (more > best) {
                note(more, j, 0);
            }
            lost[depth] = rising ? some : outlook.limit[depth] - some;
            search(depth + 1, more, bound - outlook.loss[depth] * lost[depth]);
            if (effortLeft <= 0 || some == last) {
                break;
            }
            some += step;
            take(j, step);
        }
        take(j, -some);
    }

    private void note(long worth, int j, int more) {
        best = worth;
        System.arraycopy(taken, 0, bestTaken, 0, taken.length);
        bestTaken[j] += more;
    }

    private void take(int j, int some) {
        taken[j] += some;
        long[] requested = reduced.request[j];
        for (int r = 0; r < resources; r++) {
            remaining[r] -= requested[r] * some;
        }
    }
}
