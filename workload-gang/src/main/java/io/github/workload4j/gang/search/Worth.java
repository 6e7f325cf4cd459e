package io.github.workload4j.gang.search;

import java.util.Arrays;

/**
 * The most points that pods on one node of a kind can bring, and pods that bring them: a bounded knapsack in several resources.
 *
 * <p>Depth-first over the classes from most to fewest points for what they take, each from as many pods as fit to none, with the bound
 * of the best rate of points for one granule of the scarcest resource. Patterns are never listed: thin pods on fat nodes have too many.
 */
final class Worth {

    private final Question question;
    private final Steps steps;
    private final int[] order;
    private final double[] key;
    private final int[] limit;
    private final long[] left;
    private final int[] taken;
    private final int[] bestTaken;
    private final long[] points;
    private int used;
    private long best;

    Worth(Question question, Steps steps) {
        int classes = question.classes;
        this.question = question;
        this.steps = steps;
        this.order = new int[classes];
        this.key = new double[classes];
        this.limit = new int[classes];
        this.left = new long[question.resources];
        this.taken = new int[classes];
        this.bestTaken = new int[classes];
        this.points = new long[classes];
    }

    /**
     * {@return the most points of a node, or -1 if it cannot hold what it holds for sure}
     *
     * @param kind the node
     * @param most most pods of each class, at most the kind's own
     * @param points points of one pod by class; pods worth nothing or less are left out
     */
    long of(Kind kind, int[] most, long[] points) {
        System.arraycopy(kind.free, 0, left, 0, left.length);
        System.arraycopy(points, 0, this.points, 0, points.length);
        Arrays.fill(taken, 0);
        used = 0;
        long sure = 0;
        for (int j = 0; j < taken.length; j++) {
            if (kind.least[j] > 0) {
                if (kind.least[j] > most[j]
                        || Kind.fitting(question.request[j], left, kind.least[j]) < kind.least[j]
                        || isBlocked(j)) {
                    return -1;
                }
                take(j, kind.least[j]);
                sure = Math.addExact(sure, Math.multiplyExact(points[j], (long) kind.least[j]));
            }
        }
        for (int j = 0; j < taken.length; j++) {
            int more = most[j] - taken[j];
            if (points[j] > 0 && more > 0 && !isBlocked(j)) {
                more = Kind.fitting(question.request[j], left, more);
                if (more > 0) {
                    insert(j, more);
                }
            }
        }
        best = 0;
        System.arraycopy(taken, 0, bestTaken, 0, taken.length);
        search(0, 0);
        return Math.addExact(sure, best);
    }

    /** {@return pods by class that bring the points found last; valid until the next call} */
    int[] pattern() {
        return bestTaken;
    }

    private void insert(int j, int more) {
        double share = 0;
        for (int r = 0; r < left.length; r++) {
            if (question.request[j][r] > 0) {
                share += (double) question.request[j][r] / left[r];
            }
        }
        double value = points[j] / Math.max(share, 1e-12);
        int at = used++;
        for (; at > 0 && key[at - 1] < value; at--) {
            key[at] = key[at - 1];
            order[at] = order[at - 1];
        }
        key[at] = value;
        order[at] = j;
        limit[j] = more;
    }

    private void search(int depth, long worth) {
        steps.spend(1);
        if (worth > best) {
            best = worth;
            System.arraycopy(taken, 0, bestTaken, 0, taken.length);
        }
        if (depth == used || worth + bound(depth) <= best) {
            return;
        }
        int j = order[depth];
        int many = isBlocked(j) ? 0 : Kind.fitting(question.request[j], left, limit[j]);
        for (int some = many; some >= 0; some--) {
            take(j, some);
            search(depth + 1, Math.addExact(worth, Math.multiplyExact(points[j], (long) some)));
            take(j, -some);
        }
    }

    private boolean isBlocked(int j) {
        boolean[] apart = question.apart[j];
        for (int other = 0; other < taken.length; other++) {
            if (apart[other] && taken[other] > 0) {
                return true;
            }
        }
        return false;
    }

    private long bound(int depth) {
        long alone = 0;
        for (int i = depth; i < used; i++) {
            int j = order[i];
            alone = Math.addExact(alone, points[j] * Kind.fitting(question.request[j], left, limit[j]));
        }
        long bound = alone;
        for (int r = 0; r < left.length; r++) {
            double rate = 0;
            for (int i = depth; i < used && rate < Double.MAX_VALUE; i++) {
                int j = order[i];
                long asked = question.request[j][r];
                rate = asked == 0 ? Double.MAX_VALUE : Math.max(rate, (double) points[j] / asked);
            }
            double most = rate * left[r] * (1 + 1e-9) + 1e-6;
            bound = rate < Double.MAX_VALUE && most < bound ? (long) most : bound;
        }
        return bound;
    }

    private void take(int j, int some) {
        taken[j] += some;
        for (int r = 0; r < left.length; r++) {
            left[r] -= question.request[j][r] * some;
        }
    }
}
