package io.github.workload4j.gang.search.model;

/** Sums and products of numbers that are not negative, no more than a {@code long} holds. */
public final class SaturatedMath {

    private SaturatedMath() {}

    public static long sum(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }

    public static long product(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    /** {@return the sum of products, which is {@code most} at most} */
    static long sumOfProducts(long[] values, int[] times, long max) {
        long all = 0;
        for (int i = 0; i < values.length; i++) {
            all = max < Long.MAX_VALUE ? all + values[i] * times[i] : sum(all, product(values[i], times[i]));
        }
        return all;
    }
}
