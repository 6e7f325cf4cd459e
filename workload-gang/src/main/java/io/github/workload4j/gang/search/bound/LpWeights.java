package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.search.lp.ConfigurationLp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prices of the LP as whole weights: exact if all prices are multiples of one simple fraction, as most are, and rounded
 * to two precisions.
 */
final class LpWeights {

    /** How far a multiple may lie from a whole number: well above the errors of the LP. */
    private static final double CLOSE = 1e-5;

    /** Six factorial: prices of basic solutions are fractions, and most small denominators divide it. */
    private static final int LARGEST_DENOMINATOR = 720;

    /** The greatest weight where prices are rounded: small numbers are quick to search, large ones are more exact. */
    private static final double COARSE = 1_000;

    private static final double FINE = 10_000_000;

    private LpWeights() {}

    /** {@return weights of classes, followed by the prices of shared rows} */
    static List<long[]> asPoints(ConfigurationLp lp, int classes, int rows) {
        double[] price = new double[classes + rows];
        double max = 0;
        for (int j = 0; j < price.length; j++) {
            price[j] = j < classes ? lp.price(j) : lp.rowPrice(j - classes);
            max = Math.max(max, Math.abs(price[j]));
        }
        if (rows == 0) {
            Arrays.setAll(price, j -> Math.max(0, price[j]));
        }
        List<long[]> weights = new ArrayList<>();
        if (max < CLOSE) {
            return weights;
        }
        for (int denominator = 1; denominator <= LARGEST_DENOMINATOR; denominator++) {
            boolean exact = true;
            for (int j = 0; j < price.length && exact; j++) {
                double times = price[j] * denominator;
                exact = Math.abs(times - Math.rint(times)) < CLOSE;
            }
            if (exact) {
                weights.add(times(price, denominator));
                break;
            }
        }
        weights.add(times(price, COARSE / max));
        weights.add(times(price, FINE / max));
        return weights;
    }

    private static long[] times(double[] price, double factor) {
        long[] weights = new long[price.length];
        for (int j = 0; j < price.length; j++) {
            weights[j] = Math.round(price[j] * factor);
        }
        return weights;
    }
}
