package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.Arrays;

/**
 * Finds the pattern of a node with the most weight above a floor: a bounded knapsack with several resources,
 * depth-first over the classes as far as the {@link CompletionBound} allows. Patterns are never listed, since small
 * pods on large nodes have too many.
 *
 * <p>Bounds are computed in floating point. What is found here guides the search and proves nothing; the bounds have a
 * knapsack of their own.
 */
public final class Pricing {

    private static final double BLUR = 1e-12;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final CompletionBound completion;
    private final int resources;
    private final long[] weights;

    /** Classes with weight and a pod that fits, and how many pods fit. */
    private final int[] candidate;

    private final int[] room;

    private final long[] remaining;
    private final int[] taken;
    private final int[] lost;
    private double blur;
    private long effort = Long.MAX_VALUE;
    private long effortLeft;

    /** The most weight so far, or the floor, without the fixed pods. */
    private long best;

    private final int[] bestTaken;

    public Pricing(ReducedPacking reduced, WorkMeter meter) {
        int classes = reduced.classes;
        this.reduced = reduced;
        this.meter = meter;
        this.resources = reduced.resources;
        this.completion = new CompletionBound(reduced.request, resources);
        this.weights = new long[classes];
        this.candidate = new int[classes];
        this.room = new int[classes];
        this.remaining = new long[resources];
        this.taken = new int[classes];
        this.lost = new int[classes];
        this.bestTaken = new int[classes];
    }

    /** Limits the branches for each node. What is found then need not be the most. */
    public void limit(long branches) {
        effort = branches;
    }

    /**
     * {@return the most weight on a node, or {@code floor} if it does not have more}
     *
     * @param type the node's type
     * @param max the most pods of each class, at most the type's own
     * @param weights the weight of one pod, by class; pods without weight are left out unless they are fixed
     * @param floor weights up to this are of no interest
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

    /**
     * {@return the pods by class that have the weight found last, if that was above the floor; valid until the next
     * call}
     */
    public int[] pattern() {
        return bestTaken;
    }

    /** Puts the fixed pods on the node, and returns their weight, or -1 if they do not fit. */
    private long start(NodeType type, int[] max) {
        System.arraycopy(type.free, 0, remaining, 0, resources);
        Arrays.fill(taken, 0);
        long sure = 0;
        for (int j = 0; type.hasFixed && j < taken.length; j++) {
            int min = type.min[j];
            if (min > 0) {
                if (min > max[j]
                        || NodeType.fitting(reduced.request[j], remaining, min) < min
                        || reduced.excludes(taken, j)) {
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
            if (weights[j] > 0 && more > 0 && !reduced.excludes(taken, j)) {
                more = NodeType.fitting(reduced.request[j], remaining, more);
                if (more > 0) {
                    candidate[used] = j;
                    room[used++] = more;
                }
            }
        }
        if (used > 0) {
            meter.spend(1 + (used + resources) * resources);
            double bound = completion.over(used, candidate, weights, remaining, room);
            blur = bound * BLUR + 1e-3;
            effortLeft = effort;
            search(0, 0, bound);
        }
    }

    /**
     * Tries the classes from a depth on.
     *
     * @param sum the weight so far
     * @param bound the weight that the relaxation leaves possible
     */
    private void search(int depth, long sum, double bound) {
        meter.spend(2);
        effortLeft--;
        double wanted = best + 1 - blur;
        if (!completion.isWithinReach(depth, wanted - sum, bound - wanted, remaining, lost)) {
            return;
        }
        int j = completion.order[depth];
        int fewest = completion.fewest;
        int many = reduced.excludes(taken, j) ? 0 : NodeType.fitting(reduced.request[j], remaining, completion.max);
        if (many < fewest) {
            return;
        }
        if (depth == completion.used - 1) {
            long all = Math.addExact(sum, Math.multiplyExact(weights[j], (long) many));
            if (all > best) {
                note(all, j, many);
            }
            return;
        }
        boolean rising = depth < completion.parts && !completion.all[depth];
        int step = rising ? 1 : -1;
        int last = rising ? many : fewest;
        int pods = rising ? fewest : many;
        take(j, pods);
        while (true) {
            long more = Math.addExact(sum, Math.multiplyExact(weights[j], (long) pods));
            if (more > best) {
                note(more, j, 0);
            }
            lost[depth] = rising ? pods : completion.limit[depth] - pods;
            search(depth + 1, more, bound - completion.loss[depth] * lost[depth]);
            if (effortLeft <= 0 || pods == last) {
                break;
            }
            pods += step;
            take(j, step);
        }
        take(j, -pods);
    }

    private void note(long worth, int j, int more) {
        best = worth;
        System.arraycopy(taken, 0, bestTaken, 0, taken.length);
        bestTaken[j] += more;
    }

    private void take(int j, int pods) {
        taken[j] += pods;
        long[] requested = reduced.request[j];
        for (int r = 0; r < resources; r++) {
            remaining[r] -= requested[r] * pods;
        }
    }
}
