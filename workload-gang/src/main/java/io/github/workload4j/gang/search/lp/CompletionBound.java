package io.github.workload4j.gang.search.lp;

import java.util.Arrays;

/**
 * The order in which the classes of a node's knapsack are decided, and the weight that the classes still to be decided
 * can add. For each class it gives the range of pods with which a wanted weight is within reach.
 *
 * <p>Three bounds by linear programming. First, the {@linkplain KnapsackRelaxation relaxation} prices the resources of
 * the whole node: every pattern loses against its bound, pod by pod, and so do units that no class still to be decided
 * can use. Second, a class that the relaxation takes in part depends on the classes before it, so that its pods can
 * deviate only as far as weight may be lost. Third, what is left of a single resource bounds the rest by the best
 * weight per unit. For the last two classes these bounds together are the relaxation of what is left.
 *
 * <p>Classes that lose weight come first, the dearest first, since few of their pods are possible. The parts come last;
 * there are at most as many as resources.
 */
final class CompletionBound {

    private static final double ROUNDING = 1e-6;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final long[][] request;
    private final int resources;
    private final KnapsackRelaxation relaxation;
    private double[] worth;

    /** The number of classes; by depth, which classes they are and the most pods of each. */
    int used;

    final int[] order;
    final int[] limit;

    /** By depth, whether the relaxation takes all it can rather than none; from {@link #parts} on, it takes a part. */
    final boolean[] all;

    int parts;

    /** By depth, the weight lost by each pod more than none, or less than all. */
    final double[] loss;

    private final double[] key;
    private final int[] index;

    /** By depth and resource, the best weight per unit and the common unit of all requests, from there on. */
    private final double[][] rate;

    private final long[][] units;

    /**
     * By depth and resource, what a pod weighs more than later classes could make of its request, and the reciprocal.
     */
    private final double[][] lead;

    private final double[][] inverse;

    /** By depth of a part, what the relaxation says of it. */
    private final double[] pods;

    private final double[][] exchange;
    private final double[] reachUp;
    private final double[] reachDown;

    /** The range of pods within reach, after {@link #isWithinReach}. */
    int fewest;

    int max;

    CompletionBound(long[][] request, int resources) {
        int classes = request.length;
        this.request = request;
        this.resources = resources;
        this.relaxation = new KnapsackRelaxation(classes, resources);
        this.worth = new double[resources];
        this.order = new int[classes];
        this.limit = new int[classes];
        this.all = new boolean[classes];
        this.loss = new double[classes];
        this.key = new double[classes];
        this.index = new int[classes];
        this.rate = new double[classes + 1][resources];
        this.units = new long[classes + 1][resources];
        this.lead = new double[classes][resources];
        this.inverse = new double[classes][resources];
        this.pods = new double[classes];
        this.exchange = new double[classes][classes];
        this.reachUp = new double[classes];
        this.reachDown = new double[classes];
    }

    /**
     * Prepares for a node, and returns a bound on the weight of its pods.
     *
     * @param used the number of classes that matter
     * @param classes which classes they are
     * @param weights the weight of one pod, by class
     * @param remaining what is free
     * @param room the most pods, by index into {@code classes}; at least one, and each fits by itself
     */
    double over(int used, int[] classes, long[] weights, long[] remaining, int[] room) {
        this.used = used;
        worth = relaxation.solve(used, classes, weights, request, remaining, room);
        double bound = 0;
        for (int r = 0; r < resources; r++) {
            bound += worth[r] * remaining[r];
        }
        parts = 0;
        for (int i = 0; i < used; i++) {
            double profit = weights[classes[i]];
            double size = 0;
            for (int r = 0; r < resources; r++) {
                double requested = request[classes[i]][r];
                profit -= worth[r] * requested;
                size = Math.max(size, requested / Math.max(1, remaining[r]));
            }
            bound += Math.max(0, profit) * room[i];
            boolean part = relaxation.isPart(i);
            parts += part ? 0 : 1;
            int at = place(i, part ? size : 1 + size + Math.abs(profit));
            order[at] = classes[i];
            limit[at] = room[i];
            all[at] = relaxation.isAll(i);
            loss[at] = part ? 0 : Math.max(0, all[at] ? profit : -profit);
        }
        for (int depth = parts; depth < used; depth++) {
            pods[depth] = relaxation.pods(index[depth]);
            reachUp[depth] = relaxation.reach(index[depth], true);
            reachDown[depth] = relaxation.reach(index[depth], false);
            for (int other = 0; other < parts; other++) {
                exchange[depth][other] = relaxation.exchange(index[depth], index[other]);
            }
        }
        rateFromTheEnd(weights);
        return bound;
    }

    /** Inserts the class of an index among those before it, by decreasing key. */
    private int place(int i, double high) {
        int at = i;
        for (; at > 0 && key[at - 1] < high; at--) {
            key[at] = key[at - 1];
            index[at] = index[at - 1];
            order[at] = order[at - 1];
            limit[at] = limit[at - 1];
            all[at] = all[at - 1];
            loss[at] = loss[at - 1];
        }
        key[at] = high;
        index[at] = i;
        return at;
    }

    private void rateFromTheEnd(long[] weights) {
        Arrays.fill(rate[used], 0);
        Arrays.fill(units[used], 0);
        for (int depth = used - 1; depth >= 0; depth--) {
            long value = weights[order[depth]];
            long[] requested = request[order[depth]];
            for (int r = 0; r < resources; r++) {
                double others = rate[depth + 1][r];
                rate[depth][r] = Math.max(others, requested[r] == 0 ? NEVER : (double) value / requested[r]);
                units[depth][r] = commonDivisor(units[depth + 1][r], requested[r]);
                lead[depth][r] = others == NEVER ? 0 : value - others * requested[r];
                inverse[depth][r] = Math.abs(lead[depth][r]) > ROUNDING * value ? 1 / lead[depth][r] : NEVER;
            }
        }
    }

    private static long commonDivisor(long a, long b) {
        if (a == 1 || b == 0) {
            return a;
        }
        return a == 0 ? b : commonDivisor(b, a % b);
    }

    /**
     * Finds the range of pods of a depth's class with which a weight is still within reach, and returns whether the
     * range holds any number. The range may be too wide, never too narrow.
     *
     * @param missing the weight that this class and those after it have to add
     * @param reserve the weight that may be lost against the bound
     * @param remaining what is left of the node
     * @param lost by depth, for each class before, pods more than none or less than all
     */
    boolean isWithinReach(int depth, double missing, double reserve, long[] remaining, int[] lost) {
        double spare = reserve;
        for (int r = 0; r < resources; r++) {
            long unit = units[depth][r];
            if (unit != 1 && worth[r] > 0) {
                spare -= worth[r] * (unit == 0 ? remaining[r] : remaining[r] % unit);
            }
        }
        if (spare < 0) {
            return false;
        }
        double from = 0;
        double to = limit[depth];
        if (depth >= parts) {
            double center = pods[depth];
            for (int i = 0; i < parts; i++) {
                center -= exchange[depth][i] * lost[i];
            }
            to = reachUp[depth] < NEVER ? Math.min(to, center + reachUp[depth] * reserve) : to;
            from = reachDown[depth] < NEVER ? Math.max(from, center - reachDown[depth] * reserve) : from;
        } else if (loss[depth] * to > spare) {
            from = all[depth] ? to - spare / loss[depth] : 0;
            to = all[depth] ? to : spare / loss[depth];
        }
        double[] rates = rate[depth + 1];
        for (int r = 0; r < resources; r++) {
            if (rates[r] < NEVER) {
                double need = missing - rates[r] * remaining[r];
                double by = inverse[depth][r];
                if (by == NEVER) {
                    if (need > Math.abs(lead[depth][r]) * limit[depth]) {
                        return false;
                    }
                } else if (by > 0) {
                    from = Math.max(from, need * by);
                } else {
                    to = Math.min(to, need * by);
                }
            }
        }
        fewest = (int) Math.ceil(from - ROUNDING);
        max = (int) Math.floor(to + ROUNDING);
        return fewest <= max;
    }
}
