package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.proof.Weights;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A leaf that tells nodes apart by their shape only: most are. It refutes by a sum in which each node has one
 * summand, so that a changed node changes one summand.
 *
 * <p>Two kinds of sums. By one resource: if every pod with points asks for it, a unit brings no more than the best
 * rate of points, so what is free in all bounds the worth of all, without a knapsack. By knapsacks: what a node of
 * each shape is worth.
 */
final class PlainLeaf implements KnapsackSum.Kinds {

    /** Branches of the knapsack of a changed node. */
    private static final int LOOKS = 100_000;

    /** In place of a resource: the sum of what knapsacks find. */
    static final int KNAPSACKS = -1;

    /** In place of a sum that leaves the range of a long. */
    static final long TOO_MUCH = -1;

    final Weights weights;
    final GroupState[] states;

    /** What has to be placed is worth this many points, or {@link RequiredPoints#NEVER}. */
    final long need;

    private final long[] points;
    private final int[] most;
    private final int[] least;
    private final int[] some;
    private final long[] capacity;

    /**
     * By resource, the class that brings the most points for a unit; negative if a class with points asks for
     * none.
     */
    private final int[] dearest;

    /** The only class with points, or -1. */
    private final int only;

    private final Units units;
    private final Shapes shapes;
    private final PointsKnapsack knapsacks;

    /** By shape, once there is one, what a node is worth, and how many branches were looked at for that, -1 if all. */
    private long[] worthOf = new long[0];

    private long[] foundOf = new long[0];

    private int[] looked = new int[0];
    private int[] example = new int[0];
    private int[] counted = new int[0];
    private long mostOfANode;
    private boolean isSumExact;

    PlainLeaf(Asked asked, Cases cases, Weights weights, long need, PointsKnapsack knapsacks) {
        int classes = asked.packing().classes().size();
        this.shapes = asked.shapes();
        this.knapsacks = knapsacks;
        this.weights = weights;
        this.states = cases.states();
        this.need = need;
        this.units = asked.shapes().units();
        this.points = new long[classes];
        this.most = new int[classes];
        this.least = new int[classes];
        this.some = new int[classes];
        this.capacity = new long[units.resources()];
        for (int j = 0; j < classes; j++) {
            points[j] = weights.points().get(j);
            most[j] = cases.mostAnywhere(j);
        }
        this.only = onlyWithPoints();
        this.dearest = new int[units.resources()];
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
        long[][] request = units.requests();
        int found = -1;
        for (int j = 0; j < points.length; j++) {
            if (points[j] > 0) {
                if (request[j][resource] == 0) {
                    return -1;
                }
                if (found < 0
                        || Products.compare(points[j], request[found][resource], points[found], request[j][resource])
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
        if (need == RequiredPoints.NEVER) {
            return true;
        }
        if (by == KNAPSACKS) {
            return sum < need;
        }
        return Products.compare(points[dearest[by]], sum, need, units.requests()[dearest[by]][by]) < 0;
    }

    /** {@return the sum of what is free of a resource on all nodes, or on the given ones} */
    long sum(int resource, int @Nullable [] nodes) {
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

    /**
     * {@return what knapsacks find that the given nodes hold at most; too much where that is not less than needed}
     *
     * @param exactly whether to look thoroughly even where a rough look will do
     */
    long sum(int[] nodes, boolean exactly) {
        isSumExact = only >= 0;
        if (only >= 0) {
            return sumOfOnly(nodes);
        }
        int[] shapeOf = shapes.shapeOf();
        if (looked.length == 0) {
            worthOf = new long[shapes.count()];
            foundOf = new long[worthOf.length];
            looked = new int[worthOf.length];
            example = new int[worthOf.length];
            counted = new int[worthOf.length];
            Arrays.fill(looked, -2);
        }
        int size = 0;
        int[] met = new int[Math.min(nodes.length, worthOf.length)];
        for (int node : nodes) {
            int shape = shapeOf[node];
            if (counted[shape]++ == 0) {
                met[size++] = shape;
                example[shape] = node;
            }
        }
        KnapsackSum all = new KnapsackSum();
        for (int i = 0; i < size; i++) {
            all.add(met[i], counted[met[i]]);
            counted[met[i]] = 0;
        }
        long sum = all.of(0, need, exactly, this);
        mostOfANode = Math.max(mostOfANode, all.mostOfANode());
        isSumExact = all.isExact();
        return sum;
    }

    /** {@return whether the last sum by knapsacks is exactly what the nodes can hold} */
    boolean isSumExact() {
        return isSumExact;
    }

    @Override
    public long worth(int shape, int looks) {
        if (looked[shape] != -1 && looked[shape] < looks) {
            int node = example[shape];
            for (int r = 0; r < capacity.length; r++) {
                capacity[r] = shapes.capacity(node, r);
            }
            for (int j = 0; j < some.length; j++) {
                some[j] = shapes.mayUse(j, node) ? most[j] : 0;
            }
            worthOf[shape] = knapsacks.of(capacity, points, least, some, looks);
            foundOf[shape] = knapsacks.found();
            looked[shape] = knapsacks.isExact() ? -1 : looks;
        }
        return worthOf[shape];
    }

    @Override
    public long found(int shape) {
        return foundOf[shape];
    }

    @Override
    public boolean isExact(int shape) {
        return looked[shape] == -1;
    }

    /** Where pods of one class alone have points, a node is worth as many of them as fit. */
    private long sumOfOnly(int[] nodes) {
        long[] request = units.requests()[only];
        long[][] columns = shapes.capacities();
        long sum = 0;
        for (int node : nodes) {
            long fitting = shapes.mayUse(only, node) ? most[only] : 0;
            for (int r = 0; r < request.length; r++) {
                long asked = request[r];
                long free = columns[r][node];
                if (asked > 0 && (asked > Integer.MAX_VALUE || asked * fitting > free)) {
                    boolean small = (asked | free) >>> 31 == 0;
                    fitting = Math.min(fitting, small ? (int) free / (int) asked : free / asked);
                }
            }
            long worth = Products.of(points[only], fitting);
            sum = Products.sum(sum, worth);
            mostOfANode = Math.max(mostOfANode, worth);
        }
        return sum;
    }

    /** {@return the most that a node was worth in sums by knapsacks} */
    long mostOfANode() {
        return mostOfANode;
    }

    /** {@return what one node adds to a sum, or more} */
    long summand(int by, Packing packing, NumberedGroups groups, int node, PointsKnapsack knapsacks) {
        if (by != KNAPSACKS) {
            return units.of(by, packing.nodes().free(by, node));
        }
        long[] free = new long[units.resources()];
        int[] may = new int[most.length];
        Arrays.setAll(free, r -> units.of(r, packing.nodes().free(r, node)));
        Arrays.setAll(may, j -> groups.mayUse(j, packing, node) ? most[j] : 0);
        return knapsacks.of(free, points, new int[may.length], may, LOOKS);
    }
}
