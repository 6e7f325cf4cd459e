package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.Kind;
import io.github.workload4j.gang.search.model.Question;
import java.util.Arrays;

/**
 * Pods on one node that are worth more than a floor, and as much as can be: a bounded knapsack in several resources, searched depth-first
 * over the classes as far as the {@link Outlook} reaches. Patterns are never listed: thin pods on fat nodes have too many.
 *
 * <p>Bounds are computed in floating point. What is found here guides the search and proves nothing; the bounds have a knapsack of their own.
 */
public final class Pricing {

    private static final double BLUR = 1e-12;

    private final Question question;
    private final WorkMeter steps;
    private final Outlook outlook;
    private final int resources;
    private final long[] points;

    /** Classes worth something that fit, and how many pods of each. */
    private final int[] candidate;

    private final int[] room;

    private final long[] left;
    private final int[] taken;
    private final int[] lost;
    private double blur;
    private long effort = Long.MAX_VALUE;
    private long effortLeft;

    /** The most points so far, or what patterns must have more than, besides those of the pods that the node holds for sure. */
    private long best;

    private final int[] bestTaken;

    public Pricing(Question question, WorkMeter steps) {
        int classes = question.classes;
        this.question = question;
        this.steps = steps;
        this.resources = question.resources;
        this.outlook = new Outlook(question.request, resources);
        this.points = new long[classes];
        this.candidate = new int[classes];
        this.room = new int[classes];
        this.left = new long[resources];
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
     * @param kind the node
     * @param most most pods of each class, at most the kind's own
     * @param points points of one pod, by class; pods worth nothing are left out where they may be
     * @param floor points that are of no interest
     */
    public long above(Kind kind, int[] most, long[] points, long floor) {
        System.arraycopy(points, 0, this.points, 0, points.length);
        long sure = start(kind, most);
        if (sure < 0) {
            return floor;
        }
        best = Math.max(0, floor - sure);
        System.arraycopy(taken, 0, bestTaken, 0, taken.length);
        search(most);
        return Math.max(floor, Math.addExact(sure, best));
    }

    /** {@return pods by class that bring the points found last, if these were above the floor; valid until the next call} */
    public int[] pattern() {
        return bestTaken;
    }

    /** Puts on the node what it holds for sure, and returns what that is worth, or -1 if it cannot be. */
    private long start(Kind kind, int[] most) {
        System.arraycopy(kind.free, 0, left, 0, resources);
        Arrays.fill(taken, 0);
        long sure = 0;
        for (int j = 0; kind.holdsSome && j < taken.length; j++) {
            int least = kind.least[j];
            if (least > 0) {
                if (least > most[j]
                        || Kind.fitting(question.request[j], left, least) < least
                        || question.keepsOut(taken, j)) {
                    return -1;
                }
                take(j, least);
                sure = Math.addExact(sure, Math.multiplyExact(points[j], (long) least));
            }
        }
        return sure;
    }

    private void search(int[] most) {
        int used = 0;
        for (int j = 0; j < points.length; j++) {
            int more = most[j] - taken[j];
            if (points[j] > 0 && more > 0 && !question.keepsOut(taken, j)) {
                more = Kind.fitting(question.request[j], left, more);
                if (more > 0) {
                    candidate[used] = j;
                    room[used++] = more;
                }
            }
        }
        if (used > 0) {
            steps.spend(1 + (used + resources) * resources);
            double bound = outlook.over(used, candidate, points, left, room);
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
        steps.spend(2);
        effortLeft--;
        double wanted = best + 1 - blur;
        if (!outlook.isWithinReach(depth, wanted - sum, bound - wanted, left, lost)) {
            return;
        }
        int j = outlook.order[depth];
        int fewest = outlook.fewest;
        int many = question.keepsOut(taken, j) ? 0 : Kind.fitting(question.request[j], left, outlook.most);
        if (many < fewest) {
            return;
        }
        if (depth == outlook.used - 1) {
            long all = Math.addExact(sum, Math.multiplyExact(points[j], (long) many));
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
            long more = Math.addExact(sum, Math.multiplyExact(points[j], (long) some));
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
        long[] asked = question.request[j];
        for (int r = 0; r < resources; r++) {
            left[r] -= asked[r] * some;
        }
    }
}
