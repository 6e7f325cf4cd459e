package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Most points that pods on one node can bring: a bounded knapsack in several resources, by depth-first search.
 *
 * <p>Classes are tried from most to fewest points, each from as many pods as fit to none; a branch is left when even
 * the points of all further classes, each alone on what is left and of those in conflict with one another only the
 * best, would not be more than the best. All numbers are integers; what is beyond a long is {@linkplain Products
 * clipped}.
 */
final class PointsKnapsack {

    /** What cannot be. A worth may be negative where cases make pods a loss and demand them all the same. */
    static final long NEVER = Long.MIN_VALUE;

    private final Work work;
    private final long[][] request;
    private final int[] order;
    private final long[] value;
    private final int[] most;
    private final long[] left;
    private final int[] taken;

    /** By class, the classes that may not share a node with it. */
    private final int[][] rivals;

    /** By class, how many of its rivals have pods. */
    private final int[] kept;

    /** Sets of pairwise rival classes: each class is in one. */
    private final int[] clique;

    /** By set, the most points of a class met so far. */
    private final long[] bestOf;

    private int used;
    private long best;
    private long found;
    private int looksLeft;
    private boolean exact;

    private PointsKnapsack(long[][] request, int[][] rivals, int resources, Work work) {
        int classes = request.length;
        this.work = work;
        this.request = request;
        this.rivals = rivals;
        this.order = new int[classes];
        this.value = new long[classes];
        this.most = new int[classes];
        this.left = new long[resources];
        this.taken = new int[classes];
        this.kept = new int[classes];
        this.clique = cliques(rivals);
        this.bestOf = new long[classes];
    }

    /**
     * Knapsacks of the classes of a question.
     *
     * @param work what they may cost together
     */
    static PointsKnapsack of(Packing packing, Units units, Work work) {
        int classes = packing.classes().size();
        boolean[][] apart = new boolean[classes][classes];
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() == null && conflict.a() != conflict.b()) {
                apart[conflict.a()][conflict.b()] = true;
                apart[conflict.b()][conflict.a()] = true;
            }
        }
        int[][] rivals = new int[classes][];
        for (int j = 0; j < classes; j++) {
            int count = 0;
            int[] some = new int[classes];
            for (int other = 0; other < classes; other++) {
                if (apart[j][other]) {
                    some[count++] = other;
                }
            }
            rivals[j] = Arrays.copyOf(some, count);
        }
        return new PointsKnapsack(units.requests(), rivals, units.resources(), work);
    }

    /** Puts each class into the first set in which it is a rival of all. */
    private static int[] cliques(int[][] rivals) {
        int[] clique = new int[rivals.length];
        List<Integer> sizes = new ArrayList<>();
        for (int j = 0; j < rivals.length; j++) {
            int[] found = new int[sizes.size()];
            for (int other : rivals[j]) {
                if (other < j) {
                    found[clique[other]]++;
                }
            }
            int set = 0;
            while (set < found.length && found[set] < sizes.get(set)) {
                set++;
            }
            clique[j] = set;
            if (set == found.length) {
                sizes.add(1);
            } else {
                sizes.set(set, sizes.get(set) + 1);
            }
        }
        return clique;
    }

    /**
     * {@return the most points (or, where that takes too long to find, more), or {@link #NEVER} if not even {@code
     * least} fits}
     *
     * @param capacity what is free, by resource
     * @param points points of one pod by class; pods of 0 points or less are placed only where {@code least} asks for
     *     them
     * @param least fewest pods by class
     * @param most most pods by class
     * @param looks branches to look at before the simple bound at the root has to do
     */
    long of(long[] capacity, long[] points, int[] least, int[] most, int looks) {
        used = 0;
        exact = true;
        Arrays.fill(taken, 0);
        Arrays.fill(kept, 0);
        System.arraycopy(capacity, 0, left, 0, left.length);
        long gain = 0;
        long loss = 0;
        for (int j = 0; j < points.length; j++) {
            if (least[j] > most[j] || least[j] > fitting(j) || least[j] > 0 && kept[j] > 0) {
                return NEVER;
            }
            if (least[j] > 0 && points[j] >= 0) {
                gain = Products.sum(gain, Products.of(points[j], least[j]));
            } else if (least[j] > 0) {
                loss = Math.addExact(loss, Math.multiplyExact(points[j], (long) least[j]));
            }
            take(j, least[j]);
        }
        for (int j = 0; j < points.length; j++) {
            int more = most[j] - least[j];
            if (points[j] > 0 && more > 0 && kept[j] == 0 && fitting(j) > 0) {
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
        looksLeft = looks;
        search(0, 0);
        exact = looksLeft > 0 || used == 0;
        found = with(loss, Products.sum(gain, best));
        return exact ? found : with(loss, Products.sum(gain, boundFrom(0)));
    }

    private static long with(long loss, long gain) {
        return gain == Long.MAX_VALUE ? gain : Math.addExact(gain, loss);
    }

    /** {@return points of the best pods that the last answer met: no more than the most} */
    long found() {
        return found;
    }

    /** {@return whether the last answer was the most points, not more} */
    boolean isExact() {
        return exact;
    }

    private void search(int depth, long worth) {
        work.spend(1 + ((used - depth) * left.length >> 3));
        best = Math.max(best, worth);
        if (depth == used || --looksLeft <= 0 || Products.sum(worth, boundFrom(depth)) <= best) {
            return;
        }
        int j = order[depth];
        int many = kept[j] > 0 ? 0 : (int) Math.min(most[j], fitting(j));
        for (int count = many; count >= 0; count--) {
            take(j, count);
            search(depth + 1, Products.sum(worth, Products.of(value[j], count)));
            take(j, -count);
        }
    }

    /**
     * No more points than this from the classes of {@code depth} and after: each alone, or all by their best use of
     * one resource.
     */
    private long boundFrom(int depth) {
        for (int i = depth; i < used; i++) {
            bestOf[clique[order[i]]] = 0;
        }
        long alone = 0;
        for (int i = depth; i < used; i++) {
            int j = order[i];
            long own = kept[j] > 0 ? 0 : Products.of(value[j], Math.min(most[j], fitting(j)));
            long known = bestOf[clique[j]];
            if (own > known) {
                alone = Products.sum(alone, own - known);
                bestOf[clique[j]] = own;
            }
        }
        for (int r = 0; r < left.length; r++) {
            alone = Math.min(alone, boundBy(r, depth));
        }
        return alone;
    }

    /** No more points than the best rate of points for one unit of a resource times what is left of it. */
    private long boundBy(int resource, int depth) {
        int rate = -1;
        for (int i = depth; i < used; i++) {
            int j = order[i];
            if (kept[j] > 0) {
                continue;
            }
            long asked = request[j][resource];
            if (asked == 0) {
                return Long.MAX_VALUE;
            }
            if (rate < 0 || Products.compare(value[j], request[rate][resource], value[rate], asked) > 0) {
                rate = j;
            }
        }
        return rate < 0 ? 0 : Products.quotient(value[rate], left[resource], request[rate][resource]);
    }

    private long fitting(int j) {
        long fitting = Integer.MAX_VALUE;
        for (int r = 0; r < left.length; r++) {
            long asked = request[j][r];
            if (asked > 0 && (asked > Integer.MAX_VALUE || asked * fitting > left[r])) {
                fitting = Math.min(fitting, left[r] / asked);
            }
        }
        return fitting;
    }

    /** Takes {@code count} more pods of a class; if that is negative, gives them back. */
    private void take(int j, int count) {
        boolean before = taken[j] > 0;
        taken[j] += count;
        for (int r = 0; r < left.length; r++) {
            left[r] -= request[j][r] * count;
        }
        if (before != taken[j] > 0) {
            for (int rival : rivals[j]) {
                kept[rival] += before ? -1 : 1;
            }
        }
    }
}
