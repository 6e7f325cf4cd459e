package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All patterns of a node that waste at most a given amount of each resource.
 *
 * <p>Where the nodes together have hardly more than all pods request, no node may waste more than that, and of the many
 * patterns of small pods on a large node few are left. Depth-first over the classes. What is left of the node must stay
 * within the {@linkplain Cones cone} of what the later classes can use up, except for what may be wasted.
 */
public final class TightPatterns {

    private static final double ROUNDING = 1e-6;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final Cones cones;
    private final int resources;

    /** By depth and facet of the later classes: the reciprocal of what a pod takes, and the allowance for waste. */
    private final double[][] inverse;

    private final double[][] allowance;

    private final long[] remaining;
    private final int[] taken;
    private final int[] max;
    private long[] mayWaste;
    private int[][] into;
    private int found;
    private long effortLeft;

    /** Patterns of the classes of some cones. */
    TightPatterns(ReducedPacking reduced, Cones cones, WorkMeter meter) {
        this.reduced = reduced;
        this.meter = meter;
        this.cones = cones;
        this.resources = reduced.resources;
        this.remaining = new long[resources];
        this.mayWaste = remaining;
        this.into = new int[0][];
        this.taken = new int[reduced.classes];
        this.max = new int[reduced.classes];
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
                    takes += facets[f][r] * reduced.request[cones.order[depth]][r];
                }
                inverse[depth][f] = Math.abs(takes) > 1e-9 ? 1 / takes : 0;
            }
        }
    }

    /** {@return patterns of the classes that a subproblem places, or null if there are too many classes} */
    public static @Nullable TightPatterns of(Subproblem subproblem, WorkMeter meter) {
        ReducedPacking reduced = subproblem.reduced;
        int[] placed = IntStream.range(0, reduced.classes)
                .filter(j ->
                        reduced.tree.leafOf[j] >= 0 && subproblem.state[reduced.tree.leafOf[j]] != PackingTree.EMPTY)
                .toArray();
        Cones cones = Cones.of(reduced.request, placed, reduced.resources);
        return cones == null ? null : new TightPatterns(reduced, cones, meter);
    }

    /**
     * Finds patterns, and returns how many.
     *
     * @param type nodes without fixed pods
     * @param limit the most pods of each class, at most the type's own
     * @param mayWaste units of each resource
     * @param into where the patterns go
     * @param effort branches to look at before giving up
     */
    public int of(NodeType type, int[] limit, long[] mayWaste, int[][] into, long effort) {
        System.arraycopy(type.free, 0, remaining, 0, resources);
        System.arraycopy(limit, 0, max, 0, max.length);
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

    /** {@return whether there are no patterns but those found last} */
    public boolean isAll() {
        return effortLeft > 0;
    }

    private void search(int depth) {
        meter.spend(2);
        if (depth == cones.order.length) {
            into[found++] = taken.clone();
            effortLeft = found < into.length ? effortLeft : 0;
            return;
        }
        effortLeft--;
        int j = cones.order[depth];
        long[] requested = reduced.request[j];
        int to = reduced.excludes(taken, j) ? 0 : NodeType.fitting(requested, remaining, max[j]);
        int from = 0;
        if (depth == cones.order.length - 1) {
            for (int r = 0; r < resources; r++) {
                long missing = remaining[r] - mayWaste[r];
                if (missing > 0) {
                    from = requested[r] == 0
                            ? to + 1
                            : (int) Math.min(to + 1L, Math.max(from, (missing + requested[r] - 1) / requested[r]));
                }
            }
        } else {
            double[][] facets = cones.facets[depth + 1];
            double low = from;
            double high = to;
            for (int f = 0; f < facets.length; f++) {
                double room = allowance[depth][f];
                for (int r = 0; r < resources; r++) {
                    room += facets[f][r] * remaining[r];
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
        for (int pods = to; ; pods--) {
            search(depth + 1);
            if (pods == from || effortLeft <= 0) {
                take(j, -pods);
                return;
            }
            take(j, -1);
        }
    }

    private void take(int j, int pods) {
        taken[j] += pods;
        for (int r = 0; r < resources; r++) {
            remaining[r] -= reduced.request[j][r] * pods;
        }
    }
}
