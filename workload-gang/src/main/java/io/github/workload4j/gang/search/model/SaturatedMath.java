package io.github.workload4j.gang.search.model;

/** Sums and products of non-negative numbers that stay at {@link Long#MAX_VALUE} instead of overflowing. */
public final class SaturatedMath {

    private SaturatedMath() {}

    public static long sum(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }

    public static long product(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    /**
     * {@return the sum of products}
     *
     * @param max an upper bound on the sum
     */
    static long sumOfProducts(long[] values, int[] times, long max) {
        long all = 0;
        for (int i = 0; i < values.length; i++) {
            all = max < Long.MAX_VALUE ? all + values[i] * times[i] : sum(all, product(values[i], times[i]));
        }
        return all;
    }
}
