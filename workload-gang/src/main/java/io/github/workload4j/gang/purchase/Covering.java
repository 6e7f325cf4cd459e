package io.github.workload4j.gang.purchase;

import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of nodes are left to be tried: those that satisfy every row, and are not known to be too few. The
 * cheapest of them is at most as dear as the cheapest with which the group fits (logic-based Benders decomposition,
 * Hooker and Ottosson 2003).
 *
 * <p>Rows are compared in floating point, in favour of what is tried.
 */
final class Covering {

    private final long[] price;
    private final int[] most;
    private final long unit;
    private final WorkMeter meter;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> wanted = new ArrayList<>();

    /** Numbers with which the group does not fit, nor with fewer where {@link #rising}. */
    private final List<int[]> refused = new ArrayList<>();

    private final boolean rising;

    private int[] order = {};
    private double[][] rate = {};
    private int[] chosen = {};
    private int @Nullable [] best;
    private long bestCost;

    /**
     * Numbers of nodes of some offers.
     *
     * @param price of a node of each
     * @param most how many can be had of each
     * @param rising whether more nodes never make a group fit worse
     */
    Covering(long[] price, int[] most, boolean rising, WorkMeter meter) {
        this.price = price;
        this.most = most;
        this.rising = rising;
        this.meter = meter;
        this.unit = unit(price);
    }

    /** {@return what every sum of prices is a multiple of} */
    private static long unit(long[] price) {
        long divisor = 0;
        for (long one : price) {
            divisor = gcd(one, divisor);
        }
        return Math.max(1, divisor);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** {@return the least sum of prices that is a given amount or more} */
    static long roundedUp(long cost, long[] price) {
        long unit = unit(price);
        return cost <= 0 ? 0 : Math.multiplyExact((cost + unit - 1) / unit, unit);
    }

    /** Adds a row: nodes of the given worth must be worth so much together. */
    void require(double[] worth, double together) {
        rows.add(worth);
        wanted.add(together);
    }

    /** Takes numbers away from those to be tried. */
    void refuse(int[] numbers) {
        refused.add(numbers.clone());
    }

    /** {@return the cheapest numbers that are left and cost less than an amount; null if there are none} */
    int @Nullable [] cheapest(long below) {
        int offers = price.length;
        best = null;
        bestCost = below;
        chosen = new int[offers];
        order = byRate();
        rate = new double[offers + 1][rows.size()];
        Arrays.fill(rate[offers], Double.POSITIVE_INFINITY);
        for (int depth = offers - 1; depth >= 0; depth--) {
            int o = order[depth];
            for (int c = 0; c < rows.size(); c++) {
                double own = rows.get(c)[o] <= 0 ? Double.POSITIVE_INFINITY : price[o] / rows.get(c)[o];
                rate[depth][c] = Math.min(rate[depth + 1][c], own);
            }
        }
        search(0, 0, wanted.stream().mapToDouble(Double::doubleValue).toArray());
        return best;
    }

    /** The offers that are worth most for their price by the last row first. */
    private int[] byRate() {
        double[] by = rows.isEmpty() ? new double[price.length] : rows.get(rows.size() - 1);
        Integer[] all = new Integer[price.length];
        Arrays.setAll(all, o -> o);
        Arrays.sort(all, (a, b) -> Double.compare(by[b] / price[b], by[a] / price[a]));
        return Arrays.stream(all).mapToInt(o -> o).toArray();
    }

    private void search(int depth, long cost, double[] missing) {
        meter.spend(24 + 4 * missing.length);
        double least = 0;
        for (int c = 0; c < missing.length; c++) {
            if (missing[c] > 0) {
                if (rate[depth][c] == Double.POSITIVE_INFINITY) {
                    return;
                }
                least = Math.max(least, missing[c] * rate[depth][c]);
            }
        }
        // A cost is a multiple of the unit, so that one that is no better by a unit is no better.
        if (cost + least * (1 - 1e-9) > bestCost - unit) {
            return;
        }
        if (least == 0 && !isRefused()) {
            best = chosen.clone();
            bestCost = cost;
            return;
        }
        if (depth == order.length) {
            return;
        }
        int o = order[depth];
        for (int many = mostOf(o, missing); many >= 0; many--) {
            double[] rest = missing;
            if (many > 0) {
                rest = missing.clone();
                for (int c = 0; c < rest.length; c++) {
                    double now = rest[c] - rows.get(c)[o] * many;
                    rest[c] = now <= 1e-9 * wanted.get(c) ? 0 : now;
                }
            }
            chosen[o] = many;
            long more = price[o] * many;
            if (cost + more < bestCost) {
                search(depth + 1, cost + more, rest);
            }
        }
        chosen[o] = 0;
    }

    /** The most nodes of an offer that are of any use. */
    private int mostOf(int offer, double[] missing) {
        double many = 0;
        for (int c = 0; c < missing.length; c++) {
            if (missing[c] > 0 && rows.get(c)[offer] > 0) {
                many = Math.max(many, Math.ceil(missing[c] / rows.get(c)[offer]));
            }
        }
        for (int[] numbers : refused) {
            many = Math.max(many, numbers[offer] + 1);
        }
        return (int) Math.min(many, Math.min(most[offer], bestCost / price[offer]));
    }

    private boolean isRefused() {
        for (int[] numbers : refused) {
            boolean within = true;
            for (int o = 0; o < numbers.length; o++) {
                within &= rising ? chosen[o] <= numbers[o] : chosen[o] == numbers[o];
            }
            if (within) {
                return true;
            }
        }
        return false;
    }
}
