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
     */
    int @Nullable [] buy(long[] weights, int[] bought) {
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
                long held = pricing.above(
                        market.types.get(market.typeOf[offer]), most(market.typeOf[offer], left), weights, 0);
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
        NodeType one = market.types.get(type);
        while (filled < nodes && pricing.above(one, most(type, left), weights, 0) > 0) {
            int[] pattern = pricing.pattern();
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
