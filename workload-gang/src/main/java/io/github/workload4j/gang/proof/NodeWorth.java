package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Objection.Rule;
import java.util.Arrays;

/**
 * Most points that pods on one node can bring: a bounded knapsack in several resources, by depth-first search.
 *
 * <p>Classes are tried from most to fewest points, each from as many pods as fit to none; a branch is left when even the points of all
 * further classes, each alone on what is left, would not be more than the best. All numbers are integers.
 */
final class NodeWorth {

    /** What cannot be. A worth may be negative where cases make pods a loss and demand them all the same. */
    static final long NEVER = Long.MIN_VALUE;

    /** Branches looked at for one knapsack before the simple bound at its root has to do. */
    private static final int LOOK = 500_000;

    /** Spent by one step for each branch of a knapsack. */
    private final WorkMeter meter;

    private final long[][] request;
    private final int[] order;
    private final long[] value;
    private final int[] most;
    private final boolean[][] apart;
    private final long[] left;
    private final int[] taken;
    private int used;
    private long best;
    private int looksLeft;

    private NodeWorth(long[][] request, boolean[][] apart, int resources, WorkMeter meter) {
        int classes = request.length;
        this.request = request;
        this.apart = apart;
        this.order = new int[classes];
        this.value = new long[classes];
        this.most = new int[classes];
        this.left = new long[resources];
        this.taken = new int[classes];
        this.meter = meter;
    }

    /**
     * Knapsacks of the classes of a question.
     *
     * @param meter what all of them together may spend
     */
    static NodeWorth of(Packing packing, Granules granules, WorkMeter meter) {
        int classes = packing.classes().size();
        boolean[][] apart = new boolean[classes][classes];
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() == null && conflict.a() != conflict.b()) {
                apart[conflict.a()][conflict.b()] = true;
                apart[conflict.b()][conflict.a()] = true;
            }
        }
        return new NodeWorth(granules.requests(), apart, granules.resources(), meter);
    }

    /**
     * {@return the most points (or, where that takes too long to find, more), or {@link #NEVER} if not even {@code least} fits}
     *
     * @param capacity what is free, by resource; changed
     * @param points points of one pod by class; pods of 0 points or less are placed only where {@code least} asks for them
     * @param least fewest pods by class
     * @param most most pods by class
     */
    long of(long[] capacity, long[] points, int[] least, int[] most) {
        used = 0;
        Arrays.fill(taken, 0);
        System.arraycopy(capacity, 0, left, 0, left.length);
        long sure = 0;
        for (int j = 0; j < points.length; j++) {
            if (least[j] > most[j] || least[j] > fitting(j)) {
                return NEVER;
            }
            take(j, least[j]);
            sure = Math.addExact(sure, Math.multiplyExact(points[j], (long) least[j]));
        }
        for (int a = 0; a < points.length; a++) {
            for (int b = 0; b < a; b++) {
                if (taken[a] > 0 && taken[b] > 0 && apart[a][b]) {
                    return NEVER;
                }
            }
        }
        for (int j = 0; j < points.length; j++) {
            int more = most[j] - least[j];
            if (points[j] > 0 && more > 0 && fitting(j) > 0) {
                int at = used++;
                for (; at > 0 && points[order[at - 1]] < points[j]; at--) {
                    order[at] = order[at - 1];
                }
                order[at] = j;
                this.most[j] = more;
                value[j] = points[j];
            }
        }
        best = 0;
        looksLeft = LOOK;
        search(0, 0);
        return Math.addExact(sure, looksLeft > 0 ? best : boundFrom(0));
    }

    private void search(int depth, long worth) {
        if (!meter.trySpend(1)) {
            throw new Refused(Rule.LIMIT, "too many steps to find what nodes are worth");
        }
        best = Math.max(best, worth);
        if (depth == used || --looksLeft <= 0 || Math.addExact(worth, boundFrom(depth)) <= best) {
            return;
        }
        int j = order[depth];
        int many = (int) Math.min(most[j], fitting(j));
        for (int other = 0; many > 0 && other < taken.length; other++) {
            if (apart[j][other] && taken[other] > 0) {
                many = 0;
            }
        }
        for (int count = many; count >= 0; count--) {
            take(j, count);
            search(depth + 1, Math.addExact(worth, Math.multiplyExact(value[j], (long) count)));
            take(j, -count);
        }
    }

    /** No more points than this from the classes of {@code depth} and after: each alone, or all by their best use of one resource. */
    private long boundFrom(int depth) {
        long alone = 0;
        for (int i = depth; i < used; i++) {
            int j = order[i];
            alone = Math.addExact(alone, Math.multiplyExact(value[j], Math.min(most[j], fitting(j))));
        }
        for (int r = 0; r < left.length; r++) {
            alone = Math.min(alone, boundBy(r, depth));
        }
        return alone;
    }

    /** No more points than the best rate of points for one unit of a resource times what is left of it; without rounding. */
    private long boundBy(int resource, int depth) {
        int rate = -1;
        for (int i = depth; i < used; i++) {
            int j = order[i];
            long asked = request[j][resource];
            if (asked == 0) {
                return Long.MAX_VALUE;
            }
            if (rate < 0 || compareProducts(value[j], request[rate][resource], value[rate], asked) > 0) {
                rate = j;
            }
        }
        long high = Math.multiplyHigh(value[rate], left[resource]);
        long low = value[rate] * left[resource];
        return high == 0 && low >= 0 ? low / request[rate][resource] : Long.MAX_VALUE;
    }

    /** Compares {@code a * b} with {@code c * d}; none of them is negative. */
    static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    private long fitting(int j) {
        long fitting = Integer.MAX_VALUE;
        for (int r = 0; r < left.length; r++) {
            long asked = request[j][r];
            if (asked > 0 && asked * fitting > left[r] || asked > Integer.MAX_VALUE) {
                fitting = Math.min(fitting, left[r] / asked);
            }
        }
        return fitting;
    }

    private void take(int j, int count) {
        taken[j] += count;
        for (int r = 0; r < left.length; r++) {
            left[r] -= request[j][r] * count;
        }
    }
}
