package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.SaturatedMath;
import io.github.workload4j.gang.search.model.SharedRows;
import io.github.workload4j.gang.search.model.StepPrice;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What given weights prove about a subproblem: all nodes together hold at most some weight, so there is no answer that
 * requires more.
 *
 * <p>Exact. If a sum leaves the range of a {@code long}, there is no bound.
 */
final class WeightedBound {

    /** Branches of each node's knapsack at first glance. */
    private static final long GLANCE = 16;

    private final ReducedPacking reduced;
    private final RequiredWeight need;
    private final WorkMeter meter;
    private final long look;
    private final long looks;

    /**
     * Prepares bounds on the subproblems of a question.
     *
     * @param look branches of each node's knapsack, after which a simple bound has to do; well below the checker's
     *     limit
     * @param looks the same of all kinds of nodes together: where there are few, each has more
     */
    WeightedBound(ReducedPacking reduced, WorkMeter meter, long look, long looks) {
        this.reduced = reduced;
        this.need = new RequiredWeight(reduced);
        this.meter = meter;
        this.look = look;
        this.looks = looks;
    }

    private void limit(NodeKnapsack worth, Subproblem subproblem) {
        worth.limit(Math.max(look, looks / Math.max(1, subproblem.types.size())));
    }

    /**
     * {@return the bound that the weights prove, or null if they prove nothing}
     *
     * @param weights the weight of one pod of each class, perhaps followed by what a pod pays for each unit of each
     *     shared row
     * @param shared whether a class in conflict with itself over a wide domain has its weight once for each domain
     *     instead of once for each pod
     */
    @Nullable
    UpperBound weigh(Subproblem subproblem, long[] weights, boolean shared) {
        try {
            return weighExactly(subproblem, weights, shared);
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    /** {@return the bound that the weights prove by totals, without a look at any node; null if that proves nothing} */
    @Nullable
    UpperBound weighTotals(Subproblem subproblem, long[] weights) {
        try {
            return weighTotalsExactly(subproblem, weights);
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    private @Nullable UpperBound weighTotalsExactly(Subproblem subproblem, long[] weights) {
        meter.spend(StepPrice.ofTotals(reduced.classes, reduced.tree.size));
        if (exceedsTotals(need.of(subproblem.state, weights, 1), subproblem, weights)) {
            return new UpperBound(0, weights(weights, false));
        }
        int single = single(weights);
        return single < 0 || subproblem.hasFixedPods()
                ? null
                : bound(subproblem, weights, false, Math.multiplyExact(subproblem.places(single), weights[single]));
    }

    private @Nullable UpperBound weighExactly(Subproblem subproblem, long[] weights, boolean shared) {
        if (weights.length > reduced.classes) {
            boolean priced = IntStream.range(reduced.classes, weights.length).anyMatch(row -> weights[row] != 0);
            return priced && !shared
                    ? weighWithPrices(subproblem, weights)
                    : weighExactly(subproblem, unpriced(weights), shared);
        }
        if (!shared) {
            UpperBound byTotals = weighTotalsExactly(subproblem, weights);
            if (byTotals != null || single(weights) >= 0 && !subproblem.hasFixedPods()) {
                return byTotals;
            }
        }
        long max = need.of(subproblem.state, weights, reduced.packing.pods());
        NodeKnapsack worth = new NodeKnapsack(subproblem, meter);
        worth.set(weights);
        if (!shared && !subproblem.hasFixedPods() && isHeldAtAGlance(max, subproblem, worth)) {
            return null;
        }
        limit(worth, subproblem);
        long held = shared ? worthOfDomains(subproblem, weights) : 0;
        for (int t = 0; t < subproblem.types.size(); t++) {
            NodeType type = subproblem.types.get(t);
            if (shared) {
                worth.set(unshared(type, weights));
            }
            long one = worth.atMost(type, subproblem.max(t));
            if (one == NodeKnapsack.NEVER) {
                return new UpperBound(0, weights(weights, shared));
            }
            if (held >= max && !subproblem.hasFixedPods()) {
                return null;
            }
            held = Math.addExact(held, Math.multiplyExact(one, (long) type.size()));
        }
        return bound(subproblem, weights, shared, held);
    }

    /**
     * The same where pods pay for shared rows: nodes lose what their pods pay, and rows return it at most. Pods of
     * negative weight pay for being there, and return that for as many as there are at most.
     */
    private @Nullable UpperBound weighWithPrices(Subproblem subproblem, long[] weights) {
        long[] prices = Arrays.copyOfRange(weights, reduced.classes, weights.length);
        long[] own = Arrays.copyOf(weights, reduced.classes);
        long held = 0;
        for (int row = 0; row < prices.length; row++) {
            long bound = prices[row] > 0 ? subproblem.rows.most[row] : subproblem.rows.least[row];
            if (prices[row] > 0 && bound == SharedRows.UNLIMITED) {
                prices[row] = 0;
            }
            held = Math.addExact(held, Math.multiplyExact(prices[row], bound));
        }
        long[] required = own.clone();
        for (int j = 0; j < own.length; j++) {
            required[j] = Math.max(0, own[j]);
            held = Math.addExact(held, Math.multiplyExact(required[j] - own[j], (long) reduced.count[j]));
        }
        boolean isPriced = Arrays.stream(own).anyMatch(points -> points < 0);
        Weights certificate = new Weights(list(own), List.of(), isPriced ? list(prices) : orNone(list(prices)));
        NodeKnapsack worth = new NodeKnapsack(subproblem, meter);
        limit(worth, subproblem);
        int[] rows = null;
        for (int t = 0; t < subproblem.types.size(); t++) {
            NodeType type = subproblem.types.get(t);
            if (type.rows != rows) {
                rows = type.rows;
                worth.set(paying(own, prices, rows));
            }
            long one = worth.atMost(type, subproblem.max(t));
            if (one == NodeKnapsack.NEVER) {
                return new UpperBound(0, certificate);
            }
            held = Math.addExact(held, Math.multiplyExact(one, (long) type.size()));
        }
        return bound(subproblem, required, certificate, held);
    }

    private long[] unpriced(long[] weights) {
        return Arrays.stream(weights)
                .limit(reduced.classes)
                .map(weight -> Math.max(0, weight))
                .toArray();
    }

    private long[] paying(long[] weights, long[] prices, int[] rows) {
        long[] remaining = weights.clone();
        for (int row : rows) {
            for (int j = 0; prices[row] != 0 && j < remaining.length; j++) {
                long pays = Math.multiplyExact(prices[row], reduced.rows.amounts[row][j]);
                remaining[j] = Math.subtractExact(remaining[j], pays);
            }
        }
        return remaining;
    }

    /** {@return the most that the nodes of a shared row hold of it, were there enough pods, or more} */
    long heldOf(Subproblem subproblem, int row) {
        long[] amounts = reduced.rows.amounts[row];
        NodeKnapsack worth = new NodeKnapsack(subproblem, meter);
        worth.set(amounts);
        limit(worth, subproblem);
        long held = 0;
        for (int t = 0; t < subproblem.types.size(); t++) {
            NodeType type = subproblem.types.get(t);
            if (Arrays.binarySearch(type.rows, row) >= 0) {
                long one = Math.max(0, worth.atMost(type, subproblem.max(t)));
                held = SaturatedMath.sum(held, SaturatedMath.product(one, type.size()));
            }
        }
        return held;
    }

    /** Whether the first patterns found have enough weight already, so that a closer look would prove nothing. */
    private boolean isHeldAtAGlance(long max, Subproblem subproblem, NodeKnapsack worth) {
        worth.limit(GLANCE);
        long held = 0;
        for (int t = 0; t < subproblem.types.size() && held < max; t++) {
            NodeType type = subproblem.types.get(t);
            held = Math.addExact(held, Math.multiplyExact(worth.of(type, subproblem.max(t)), (long) type.size()));
        }
        return held >= max;
    }

    /** The bound if all nodes together hold {@code held}, or null if that is enough for all pods. */
    private @Nullable UpperBound bound(Subproblem subproblem, long[] weights, boolean shared, long held) {
        boolean enough = need.of(subproblem.state, weights, reduced.packing.pods()) <= held;
        return enough ? null : bound(subproblem, weights, weights(weights, shared), held);
    }

    private @Nullable UpperBound bound(Subproblem subproblem, long[] weights, Weights certificate, long held) {
        int pods = reduced.packing.pods();
        if (need.of(subproblem.state, weights, pods) <= held) {
            return null;
        }
        int sure = pods;
        int open = 0;
        while (sure - open > 1) {
            int middle = open + sure >>> 1;
            if (need.of(subproblem.state, weights, middle) > held) {
                sure = middle;
            } else {
                open = middle;
            }
        }
        return new UpperBound(sure - 1, certificate);
    }

    /** The only class with weight, or -1. */
    private static int single(long[] weights) {
        int single = -1;
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] > 0 && single >= 0) {
                return -1;
            }
            single = weights[j] > 0 ? j : single;
        }
        return single;
    }

    /** Whether less of a resource is free than the weight needed, while no pod has more weight than it requests. */
    private boolean exceedsTotals(long needed, Subproblem subproblem, long[] weights) {
        for (int r = 0; r < reduced.resources; r++) {
            boolean counts = subproblem.total()[r] < needed;
            for (int j = 0; counts && j < weights.length; j++) {
                counts = weights[j] <= reduced.request[j][r];
            }
            if (counts) {
                return true;
            }
        }
        return false;
    }

    private long[] unshared(NodeType type, long[] weights) {
        long[] remaining = weights.clone();
        for (int c : reduced.alone) {
            int a = reduced.wide.get(c).a();
            if (type.domain(reduced, c) >= 0) {
                remaining[a] = 0;
            }
        }
        return remaining;
    }

    /** The weight of all domains. Each class is counted with one of its conflicts with itself only. */
    private long worthOfDomains(Subproblem subproblem, long[] weights) {
        long worth = 0;
        for (int c : reduced.alone) {
            int a = reduced.wide.get(c).a();
            if (weights[a] > 0) {
                BitSet domains = new BitSet();
                for (int t = 0; t < subproblem.types.size(); t++) {
                    NodeType type = subproblem.types.get(t);
                    if (type.domain(reduced, c) >= 0 && subproblem.max(t)[a] > 0) {
                        domains.set(type.domain(reduced, c));
                    }
                }
                worth = Math.addExact(worth, Math.multiplyExact(weights[a], (long) domains.cardinality()));
            }
        }
        return worth;
    }

    private Weights weights(long[] weights, boolean shared) {
        long[] byConflict = new long[shared ? reduced.packing.conflicts().size() : 0];
        for (int c : shared ? reduced.alone : new int[0]) {
            byConflict[reduced.wideIndex.get(c)] =
                    Math.max(0, weights[reduced.wide.get(c).a()]);
        }
        return new Weights(list(weights), orNone(list(byConflict)));
    }

    private static List<Long> orNone(List<Long> points) {
        return points.stream().allMatch(each -> each == 0) ? List.of() : points;
    }

    private static List<Long> list(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
