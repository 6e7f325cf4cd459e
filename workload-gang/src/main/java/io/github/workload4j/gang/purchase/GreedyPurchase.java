package io.github.workload4j.gang.purchase;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.Pricing;
import io.github.workload4j.gang.search.model.NodeType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Buys node by node: each time the one whose pods are worth most for its price, or the cheapest that holds all that is
 * left. Nodes that are there are filled first. Other rules than room are not looked at, so that an answer has to be
 * tried.
 */
final class GreedyPurchase {

    private static final int BRANCHES = 500;

    private final Market market;
    private final Pricing pricing;
    private final List<Integer> usable;
    private final int[] there;
    private final WorkMeter meter;
    private boolean isFirstFit;

    /** What was packed last, by class. */
    private int[] pattern = {};

    GreedyPurchase(Market market, int domain, List<Integer> usable, WorkMeter meter) {
        this.market = market;
        this.usable = usable;
        this.there = market.sizes[domain];
        this.meter = meter;
        this.pricing = new Pricing(market.reduced, meter);
        pricing.limit(BRANCHES);
    }

    /**
     * {@return how many nodes of each offer to buy, or null if pods are left that none holds}
     *
     * @param weights what a pod of each class is worth
     * @param bought nodes that are bought in any case, by offer
     * @param firstFit whether nodes are filled as autoscalers do, the largest pods first, and not with what is worth
     *     most together
     */
    int @Nullable [] buy(long[] weights, int[] bought, boolean firstFit) {
        this.isFirstFit = firstFit;
        int[] left = needed(weights);
        for (int t = 0; t < there.length; t++) {
            fill(t, there[t], weights, left);
        }
        int[] all = bought.clone();
        for (int offer : usable) {
            fill(market.typeOf[offer], bought[offer], weights, left);
        }
        int[] best = null;
        long bestCost = Long.MAX_VALUE;
        long cost = cost(all);
        while (Arrays.stream(left).sum() > 0 && cost < bestCost) {
            meter.spend(usable.size());
            long whole = worth(left, weights);
            int chosen = -1;
            double rate = 0;
            for (int offer : usable) {
                long price = market.offers.get(offer).millionths();
                if (all[offer] >= market.offers.get(offer).atMost()) {
                    continue;
                }
                long held = pack(market.typeOf[offer], weights, left);
                if (held == whole && cost + price < bestCost) {
                    best = all.clone();
                    best[offer]++;
                    bestCost = cost + price;
                }
                if ((double) held / price > rate) {
                    rate = (double) held / price;
                    chosen = offer;
                }
            }
            if (chosen < 0) {
                return best;
            }
            int times = fill(market.typeOf[chosen], 1, weights, left);
            if (times == 0) {
                return best;
            }
            all[chosen]++;
            cost = cost(all);
        }
        return cost < bestCost ? all : best;
    }

    /** The pods that must be placed: where some may be left out, those that are worth most are. */
    private int[] needed(long[] weights) {
        int[] left = new int[weights.length];
        int pods = 0;
        Integer[] dearest = new Integer[left.length];
        for (int j = 0; j < left.length; j++) {
            left[j] = market.reduced.tree.leafOf[j] < 0 ? 0 : market.reduced.count[j];
            pods += left[j];
            dearest[j] = j;
        }
        long[] ones = new long[left.length];
        Arrays.fill(ones, 1);
        long spare = pods - market.needed(ones);
        Arrays.sort(dearest, (a, b) -> Long.compare(weights[b], weights[a]));
        for (int j : dearest) {
            int out = (int) Math.max(0, Math.min(spare, left[j]));
            left[j] -= out;
            spare -= out;
        }
        return left;
    }

    /** Fills some nodes of a type, and returns how many took a pod. */
    private int fill(int type, int nodes, long[] weights, int[] left) {
        int filled = 0;
        while (filled < nodes && pack(type, weights, left) > 0) {
            int times = nodes - filled;
            for (int j = 0; j < left.length; j++) {
                times = pattern[j] == 0 ? times : Math.min(times, left[j] / pattern[j]);
            }
            for (int j = 0; j < left.length; j++) {
                left[j] -= pattern[j] * times;
            }
            filled += times;
        }
        return filled;
    }

    /** Packs a node of a type, and returns what its pods are worth. */
    private long pack(int type, long[] weights, int[] left) {
        NodeType node = market.types.get(type);
        int[] most = most(type, left);
        if (!isFirstFit) {
            long worth = pricing.above(node, most, weights, 0);
            pattern = pricing.pattern();
            return worth;
        }
        meter.spend(most.length * (1L + node.free.length));
        pattern = new int[most.length];
        long[] remaining = node.free.clone();
        for (int j : largestFirst(node)) {
            int many = market.reduced.excludes(pattern, j)
                    ? 0
                    : NodeType.fitting(market.reduced.request[j], remaining, most[j]);
            pattern[j] = many;
            for (int r = 0; many > 0 && r < remaining.length; r++) {
                remaining[r] -= market.reduced.request[j][r] * many;
            }
        }
        return worth(pattern, weights);
    }

    /** The classes by the sum of the shares that a pod takes of a node, the largest first. */
    private int[] largestFirst(NodeType node) {
        double[] share = new double[market.reduced.classes];
        Integer[] order = new Integer[share.length];
        for (int j = 0; j < share.length; j++) {
            order[j] = j;
            for (int r = 0; r < node.free.length; r++) {
                share[j] += (double) market.reduced.request[j][r] / Math.max(1, node.free[r]);
            }
        }
        Arrays.sort(order, (a, b) -> Double.compare(share[b], share[a]));
        return Arrays.stream(order).mapToInt(j -> j).toArray();
    }

    private int[] most(int type, int[] left) {
        int[] most = market.max(type).clone();
        for (int j = 0; j < most.length; j++) {
            most[j] = Math.min(most[j], left[j]);
        }
        return most;
    }

    private static long worth(int[] pods, long[] weights) {
        long worth = 0;
        for (int j = 0; j < pods.length; j++) {
            worth += pods[j] * weights[j];
        }
        return worth;
    }

    private long cost(int[] bought) {
        long cost = 0;
        for (int o = 0; o < bought.length; o++) {
            cost += bought[o] * market.offers.get(o).millionths();
        }
        return cost;
    }
}
