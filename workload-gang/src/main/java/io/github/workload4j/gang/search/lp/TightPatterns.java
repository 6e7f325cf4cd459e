package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.Kind;
import io.github.workload4j.gang.search.model.Question;
import io.github.workload4j.gang.search.model.Situation;
import io.github.workload4j.gang.search.model.Tree;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All patterns of pods that waste little of a node: no more of each resource than is given.
 *
 * <p>Where the nodes together have hardly more than all pods ask, no node may waste more than that, and of the many patterns of thin pods on a
 * fat node only few are left. Depth-first over the classes; what is left of the node must stay within the {@linkplain Cones cone} of what
 * the classes still to come can use up, but for what may be wasted.
 */
public final class TightPatterns {

    private static final double ROUNDING = 1e-6;

    private final Question question;
    private final WorkMeter steps;
    private final Cones cones;
    private final int resources;

    /** By depth and facet of the classes after it: what a pod takes, or one divided by that, and what may be wasted adds. */
    private final double[][] inverse;

    private final double[][] allowance;

    private final long[] left;
    private final int[] taken;
    private final int[] most;
    private long[] mayWaste;
    private int[][] into;
    private int found;
    private long effortLeft;

    /**
     * Patterns of some classes.
     *
     * @param cones the cones of these classes
     */
    TightPatterns(Question question, Cones cones, WorkMeter steps) {
        this.question = question;
        this.steps = steps;
        this.cones = cones;
        this.resources = question.resources;
        this.left = new long[resources];
        this.mayWaste = left;
        this.into = new int[0][];
        this.taken = new int[question.classes];
        this.most = new int[question.classes];
        int depths = cones.order.length;
        this.inverse = new double[depths][];
        this.allowance = new double[depths][];
        for (int depth = 0; depth < depths; depth++) {
            double[][] facets = cones.facets[depth + 1];
            allowance[depth] = new double[facets.length];
            inverse[depth] = new double[facets.length];
            for (int f = 0; f < facets.length; f++) {
                double takes = 0;
                for (int r = 0; r < resources; r++) {
                    takes += facets[f][r] * question.request[cones.order[depth]][r];
                }
                inverse[depth][f] = Math.abs(takes) > 1e-9 ? 1 / takes : 0;
            }
        }
    }

    /** {@return patterns of the classes that a situation places, or null if these are too many} */
    public static @Nullable TightPatterns of(Situation situation, WorkMeter steps) {
        Question question = situation.question;
        int[] placed = IntStream.range(0, question.classes)
                .filter(j -> question.tree.leafOf[j] >= 0 && situation.state[question.tree.leafOf[j]] != Tree.EMPTY)
                .toArray();
        Cones cones = Cones.of(question.request, placed, question.resources);
        return cones == null ? null : new TightPatterns(question, cones, steps);
    }

    /**
     * Finds patterns, and returns how many.
     *
     * @param kind nodes that hold nothing for sure
     * @param limit most pods of each class, at most the kind's own
     * @param mayWaste granules of each resource
     * @param into where the patterns go
     * @param effort branches to look at before giving up
     */
    public int of(Kind kind, int[] limit, long[] mayWaste, int[][] into, long effort) {
        System.arraycopy(kind.free, 0, left, 0, resources);
        System.arraycopy(limit, 0, most, 0, most.length);
        Arrays.fill(taken, 0);
        this.mayWaste = mayWaste;
        this.into = into;
        found = 0;
        effortLeft = effort;
        for (int depth = 0; depth < allowance.length; depth++) {
            for (int f = 0; f < allowance[depth].length; f++) {
                double sum = ROUNDING;
                for (int r = 0; r < resources; r++) {
                    sum -= Math.min(0, cones.facets[depth + 1][f][r]) * mayWaste[r];
                }
                allowance[depth][f] = sum;
            }
        }
        search(0);
        return found;
    }

    /** {@return whether there are no other patterns than those found last} */
    public boolean isAll() {
        return effortLeft > 0;
    }

    private void search(int depth) {
        steps.spend(2);
        if (depth == cones.order.length) {
            into[found++] = taken.clone();
            effortLeft = found < into.length ? effortLeft : 0;
            return;
        }
        effortLeft--;
        int j = cones.order[depth];
        long[] asked = question.request[j];
        int to = question.keepsOut(taken, j) ? 0 : Kind.fitting(asked, left, most[j]);
        int from = 0;
        if (depth == cones.order.length - 1) {
            for (int r = 0; r < resources; r++) {
                long missing = left[r] - mayWaste[r];
                if (missing > 0) {
                    from = asked[r] == 0
                            ? to + 1
                            : (int) Math.min(to + 1L, Math.max(from, (missing + asked[r] - 1) / asked[r]));
                }
            }
        } else {
            double[][] facets = cones.facets[depth + 1];
            double low = from;
            double high = to;
            for (int f = 0; f < facets.length; f++) {
                double room = allowance[depth][f];
                for (int r = 0; r < resources; r++) {
                    room += facets[f][r] * left[r];
                }
                double by = inverse[depth][f];
                if (by > 0) {
                    high = Math.min(high, room * by);
                } else if (by < 0) {
                    low = Math.max(low, room * by);
                } else if (room < 0) {
                    return;
                }
            }
            from = (int) Math.min(to + 1.0, Math.ceil(low - ROUNDING));
            to = (int) Math.floor(Math.max(-1, high + ROUNDING));
        }
        if (from > to) {
            return;
        }
        take(j, to);
        for (int some = to; ; some--) {
            search(depth + 1);
            if (some == from || effortLeft <= 0) {
                take(j, -some);
                return;
            }
            take(j, -1);
        }
    }

    private void take(int j, int some) {
        taken[j] += some;
        for (int r = 0; r < resources; r++) {
            left[r] -= question.request[j][r] * some;
        }
    }
}
