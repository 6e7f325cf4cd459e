package io.github.workload4j.gang.search;

import java.util.Arrays;

/**
 * The few nodes that rounding down a solution of the LP leaves open, and a few more, filled so that nothing is left out.
 *
 * <p>What these nodes have more than their pods ask is all that they may waste together. Where that is little, a node may hold only few
 * patterns: those that waste no more. So nodes take the pods that use them best, where a resource counts for more, the less of it may be
 * wasted (Gupta and Ho, <i>A New Heuristic Algorithm for the One-Dimensional Bin-Packing Problem</i>, 1999, for one resource); and for the
 * last three all such patterns are tried, the last but one deciding what the last one holds.
 *
 * <p>If that fails, pods become worth something else (sequential value correction; Belov and Scheithauer, <i>Setup and Open-Stacks
 * Minimization in One-Dimensional Stock Cutting</i>, 2007), the nodes come in another order, or another node is opened: the one on which the
 * solution wastes most.
 */
final class Tail {

    private static final int TRIES = 60;
    private static final int TRIES_FOR_A_NODE = 4;

    /** Branches looked at for the pods of one node. */
    private static final long LOOK = 3_000;

    /** Patterns tried on the last node but two, and on the last but one, and how often such are looked for in one try. */
    private static final int FEW = 3;

    private static final int MANY = 200;
    private static final int LOOKS = 40;

    private final Question question;
    private final Situation situation;
    private final Steps steps;
    private final Pricing pricing;
    private final ConfigurationLp lp;

    /** By pattern of the solution: nodes that hold it for good, and nodes that held it and have been opened. */
    private final int[] whole;

    private final int[] opened;

    /** Open nodes by kind, and the pods for them by class. */
    private final int[] open;

    private final int[] demand;
    private final long[] points;
    private int looks;

    /** The nodes that are open when the solution of the given LP is rounded down. */
    Tail(Situation situation, ConfigurationLp lp, Steps steps) {
        this.question = situation.question;
        this.situation = situation;
        this.steps = steps;
        this.lp = lp;
        this.pricing = new Pricing(question, steps);
        pricing.limit(LOOK);
        this.points = new long[question.classes];
        this.whole = new int[lp.used()];
        this.opened = new int[whole.length];
        this.open = lp.sizes.clone();
        this.demand = lp.demand.clone();
        for (int i = 0; i < whole.length; i++) {
            whole[i] = lp.usedKind(i) < 0 ? 0 : (int) Math.floor(lp.usedTimes(i) + 1e-6);
            if (whole[i] > 0) {
                open[lp.usedKind(i)] -= whole[i];
                subtract(demand, lp.usedPattern(i), whole[i]);
            }
        }
        for (int j = 0; j < demand.length; j++) {
            demand[j] = Math.max(0, demand[j]);
        }
    }

    /** Offers what places all pods, if that is found. */
    void offer(Fills fills, Best best) {
        for (int turn = 0; turn < TRIES && !steps.isHalfSpent(); turn++) {
            steps.spend(1 + whole.length);
            long[] spare = spare();
            if (Arrays.stream(spare).anyMatch(some -> some < 0)) {
                return;
            }
            value(spare, turn);
            int[] nodes = nodes(turn);
            int[][] pattern = new int[nodes.length][];
            looks = LOOKS;
            if (fill(nodes, 0, demand, spare, pattern)) {
                best.offer(fills.finish(situation, filling(nodes, pattern)));
                return;
            }
            if (turn % TRIES_FOR_A_NODE == TRIES_FOR_A_NODE - 1 && !openAnother(spare)) {
                return;
            }
        }
    }

    private Filling filling(int[] nodes, int[][] pattern) {
        Filling filling = new Filling(situation);
        for (int i = 0; i < whole.length; i++) {
            filling.assign(lp.usedKind(i), lp.usedPattern(i), whole[i]);
        }
        for (int i = 0; i < nodes.length; i++) {
            filling.assign(nodes[i], pattern[i], 1);
        }
        return filling;
    }

    /** {@return what the open nodes have of each resource beyond what their pods ask} */
    private long[] spare() {
        long[] spare = new long[question.resources];
        for (int r = 0; r < spare.length; r++) {
            for (int t = 0; t < open.length; t++) {
                spare[r] += open[t] * situation.kinds.get(t).free[r];
            }
            for (int j = 0; j < demand.length; j++) {
                spare[r] -= demand[j] * question.request[j][r];
            }
        }
        return spare;
    }

    /** What pods are worth: what they ask, by how scarce it is, and in later turns a little more of some classes. */
    private void value(long[] spare, int turn) {
        double[] value = new double[points.length];
        double highest = Double.MIN_NORMAL;
        for (int r = 0; r < spare.length; r++) {
            double most = 1;
            for (int t = 0; t < open.length; t++) {
                most = open[t] > 0 ? Math.max(most, situation.kinds.get(t).free[r]) : most;
            }
            for (int j = 0; j < value.length; j++) {
                value[j] += question.request[j][r] / (spare[r] + most / 1_000);
            }
        }
        for (int j = 0; j < value.length; j++) {
            value[j] *= 1 + (j * 7 + 13) * turn % 10 / 2_000.0;
            highest = Math.max(highest, value[j]);
        }
        for (int j = 0; j < value.length; j++) {
            points[j] = Math.round(value[j] / highest * (1L << 30));
        }
    }

    /** {@return the kinds of the open nodes, in an order that differs from turn to turn} */
    private int[] nodes(int turn) {
        int[] nodes = new int[Arrays.stream(open).sum()];
        int at = 0;
        for (int i = 0; i < open.length; i++) {
            int t = (i + 7 * turn) % open.length;
            Arrays.fill(nodes, at, at + open[t], t);
            at += open[t];
        }
        return nodes;
    }

    private boolean fill(int[] nodes, int depth, int[] missing, long[] spare, int[][] pattern) {
        if (depth == nodes.length) {
            return Arrays.stream(missing).allMatch(some -> some == 0);
        }
        int[] limit = situation.most(nodes[depth]).clone();
        boolean hasRoom = true;
        for (int j = 0; j < limit.length; j++) {
            hasRoom &= missing[j] <= limit[j];
            limit[j] = Math.min(limit[j], missing[j]);
        }
        if (depth == nodes.length - 1) {
            pattern[depth] = limit;
            return hasRoom;
        }
        Kind kind = situation.kinds.get(nodes[depth]);
        for (int[] pods : choices(kind, limit, spare, nodes.length - 1 - depth)) {
            if (pods == null) {
                break;
            }
            int[] rest = missing.clone();
            subtract(rest, pods, 1);
            long[] left = spare.clone();
            boolean wastesTooMuch = false;
            for (int r = 0; r < left.length; r++) {
                left[r] -= waste(kind, pods, r);
                wastesTooMuch |= left[r] < 0;
            }
            pattern[depth] = pods;
            if (!wastesTooMuch && fill(nodes, depth + 1, rest, left, pattern)) {
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
        pricing.tight(kind, limit, spare, choices);
        return choices;
    }

    private long waste(Kind kind, int[] pods, int resource) {
        long waste = kind.free[resource];
        for (int j = 0; j < pods.length; j++) {
            waste -= pods[j] * question.request[j][resource];
        }
        return waste;
    }

    /** Opens a node of the pattern that wastes most, a pattern that has been opened before counting less. */
    private boolean openAnother(long[] spare) {
        int next = -1;
        double most = -1;
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] > 0) {
                double waste = 0;
                for (int r = 0; r < spare.length; r++) {
                    waste += waste(situation.kinds.get(lp.usedKind(i)), lp.usedPattern(i), r) / (spare[r] + 1.0);
                }
                waste /= 1 + 2 * opened[i];
                if (waste > most) {
                    most = waste;
                    next = i;
                }
            }
        }
        if (next < 0) {
            return false;
        }
        whole[next]--;
        opened[next]++;
        open[lp.usedKind(next)]++;
        subtract(demand, lp.usedPattern(next), -1);
        return true;
    }

    private static void subtract(int[] from, int[] pods, int times) {
        for (int j = 0; j < pods.length; j++) {
            from[j] -= pods[j] * times;
        }
    }
}
