package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Packing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A leaf that tells nodes apart by their shape only: most are. It refutes by a sum in which each node has one summand, so that a changed
 * node changes one summand.
 *
 * <p>Two kinds of sums. By one resource: if every pod with points asks for it, a granule brings no more than the best rate of points, so
 * what is free in all bounds the worth of all, without a knapsack. By knapsacks: what a node of each shape is worth.
 */
final class PlainLeaf {

    /** In place of a resource: the sum of what knapsacks find. */
    static final int KNAPSACKS = -1;

    /** In place of a sum that leaves the range of a long. */
    static final long TOO_MUCH = -1;

    final Weights weights;
    final GroupState[] states;

    /** What has to be placed is worth so much, or {@link Need#NEVER}. */
    final long need;

    private final long[] points;
    private final int[] most;
    private final int[] least;
    private final int[] some;
    private final long[] capacity;

    /** By resource, the class that brings the most points for a granule; negative if a class with points asks for none. */
    private final int[] dearest;

    /** The only class with points, or -1. */
    private final int only;

    private final Granules granules;
    private long[] worthOf = new long[0];
    private boolean[] known = new boolean[0];
    private long mostOfANode;

    PlainLeaf(Packing packing, Granules granules, Cases cases, Weights weights, long need) {
        int classes = packing.classes().size();
        this.weights = weights;
        this.states = cases.states();
        this.need = need;
        this.granules = granules;
        this.points = new long[classes];
        this.most = new int[classes];
        this.least = new int[classes];
        this.some = new int[classes];
        this.capacity = new long[granules.resources()];
        for (int j = 0; j < classes; j++) {
            points[j] = weights.points().get(j);
            most[j] = cases.mostAnywhere(j);
        }
        this.only = onlyWithPoints();
        this.dearest = new int[granules.resources()];
        for (int r = 0; r < dearest.length; r++) {
            dearest[r] = dearest(r);
        }
    }

    private int onlyWithPoints() {
        int found = -1;
        for (int j = 0; j < points.length; j++) {
            if (points[j] > 0) {
                if (found >= 0) {
                    return -1;
                }
                found = j;
            }
        }
        return found;
    }

    private int dearest(int resource) {
        long[][] request = granules.requests();
        int found = -1;
        for (int j = 0; j < points.length; j++) {
            if (points[j] > 0) {
                if (request[j][resource] == 0) {
                    return -1;
                }
                if (found < 0
                        || NodeWorth.compareProducts(
                                        points[j], request[found][resource], points[found], request[j][resource])
                                > 0) {
                    found = j;
                }
            }
        }
        return found;
    }

    int resources() {
        return dearest.length;
    }

    /** {@return whether what is free of a resource bounds what nodes are worth} */
    boolean counts(int resource) {
        return dearest[resource] >= 0;
    }

    /** {@return whether a sum, by a resource or by knapsacks, is too low} */
    boolean refutes(int by, long sum) {
        if (need == Need.NEVER) {
            return true;
        }
        if (by == KNAPSACKS) {
            return sum < need;
        }
        long value = points[dearest[by]];
        long high = Math.multiplyHigh(value, sum);
        return high == 0 && value * sum >= 0 && value * sum / granules.requests()[dearest[by]][by] < need;
    }

    /** {@return the sum of what is free of a resource on all nodes, or on the given ones} */
    long sum(Shapes shapes, int resource, int @Nullable [] nodes) {
        long[] free = shapes.capacity(resource);
        long sum = 0;
        int count = nodes == null ? free.length : nodes.length;
        for (int i = 0; i < count; i++) {
            sum += free[nodes == null ? i : nodes[i]];
            if (sum < 0) {
                return TOO_MUCH;
            }
        }
        return sum;
    }

    /** {@return the sum of what knapsacks find for the given nodes} */
    long sum(Shapes shapes, int[] nodes, NodeWorth knapsacks) {
        if (only >= 0) {
            return sumOfOnly(shapes, nodes);
        }
        int[] shapeOf = shapes.shapeOf();
        if (known.length == 0) {
            known = new boolean[shapes.count()];
            worthOf = new long[known.length];
        }
        long sum = 0;
        for (int node : nodes) {
            int shape = shapeOf[node];
            if (!known[shape]) {
                for (int r = 0; r < capacity.length; r++) {
                    capacity[r] = shapes.capacity(node, r);
                }
                for (int j = 0; j < some.length; j++) {
                    some[j] = shapes.mayUse(j, node) ? most[j] : 0;
                }
                worthOf[shape] = knapsacks.of(capacity, points, least, some);
                known[shape] = true;
                mostOfANode = Math.max(mostOfANode, worthOf[shape]);
            }
            sum = Math.addExact(sum, worthOf[shape]);
        }
        return sum;
    }

    /** Where pods of one class alone have points, a node is worth as many of them as fit. */
    private long sumOfOnly(Shapes shapes, int[] nodes) {
        long[] request = granules.requests()[only];
        long sum = 0;
        for (int node : nodes) {
            long fitting = shapes.mayUse(only, node) ? most[only] : 0;
            for (int r = 0; r < request.length; r++) {
                long asked = request[r];
                long free = shapes.capacity(node, r);
                if (asked > 0 && (asked > Integer.MAX_VALUE || asked * fitting > free)) {
                    boolean small = (asked | free) >>> 31 == 0;
                    fitting = Math.min(fitting, small ? (int) free / (int) asked : free / asked);
                }
            }
            long worth = Math.multiplyExact(points[only], fitting);
            sum = Math.addExact(sum, worth);
            mostOfANode = Math.max(mostOfANode, worth);
        }
        return sum;
    }

    /** {@return the most that a node was worth in sums by knapsacks} */
    long mostOfANode() {
        return mostOfANode;
    }

    /** {@return what one node adds to a sum} */
    long summand(int by, Packing packing, Groups groups, int node, NodeWorth knapsacks) {
        if (by != KNAPSACKS) {
            return granules.of(by, packing.nodes().free(by, node));
        }
        long[] free = new long[granules.resources()];
        int[] may = new int[most.length];
        Arrays.setAll(free, r -> granules.of(r, packing.nodes().free(r, node)));
        Arrays.setAll(may, j -> groups.mayUse(j, packing, node) ? most[j] : 0);
        return knapsacks.of(free, points, new int[may.length], may);
    }
}
