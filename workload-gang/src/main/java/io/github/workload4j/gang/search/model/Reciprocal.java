package io.github.workload4j.gang.search.model;

import java.util.Arrays;

/**
 * Exact division of whole columns by one number, by multiplication with its reciprocal.
 *
 * <p>The reciprocal is rounded up, to the double after the nearest one. So a product is never below a whole quotient.
 * Where the dividend is below 2<sup>50</sup>, the product exceeds the true quotient by less than half of the distance
 * to the next whole number, rounding included. Columns with greater numbers are divided one by one.
 */
public final class Reciprocal {

    private static final int EXACT_BITS = 50;

    private Reciprocal() {}

    private static double of(long number) {
        return Math.nextUp(1.0 / number);
    }

    private static boolean isExact(long[] column) {
        long bits = 0;
        for (long value : column) {
            bits |= value & ~(value >> 63);
        }
        return isExact(bits);
    }

    private static boolean isExact(long bits) {
        return bits >>> EXACT_BITS == 0;
    }

    /**
     * Writes the whole quotient of each number by {@code by}; zeros if {@code by} is zero. Negative numbers count as
     * zero.
     */
    static void divide(long[] column, long by, long[] into) {
        if (by == 0) {
            Arrays.fill(into, 0);
        } else if (isExact(column)) {
            double reciprocal = of(by);
            for (int n = 0; n < into.length; n++) {
                into[n] = (long) (Math.max(0, column[n]) * reciprocal);
            }
        } else {
            for (int n = 0; n < into.length; n++) {
                into[n] = Math.max(0, column[n]) / by;
            }
        }
    }

    /**
     * {@return how many pods of each request fit into each row of free resources, at most {@link Integer#MAX_VALUE}; by
     * request and row}
     *
     * @param free a column for each resource, each of {@code rows} numbers
     * @param request requests of those resources
     */
    public static int[][] fitting(long[][] free, long[][] request, int rows) {
        int resources = request.length == 0 ? 0 : request[0].length;
        double[][] rounded = new double[resources][];
        for (int r = 0; r < resources; r++) {
            double[] column = new double[rows];
            long bits = 0;
            for (int n = 0; n < rows; n++) {
                long value = free[r][n];
                column[n] = value;
                bits |= value & ~(value >> 63);
            }
            rounded[r] = isExact(bits) ? column : null;
        }
        int[][] fitting = new int[request.length][rows];
        double[] max = new double[rows];
        for (int j = 0; j < request.length; j++) {
            Arrays.fill(max, Integer.MAX_VALUE);
            for (int r = 0; r < resources; r++) {
                if (request[j][r] > 0 && rounded[r] != null) {
                    limit(max, rounded[r], of(request[j][r]));
                } else if (request[j][r] > 0) {
                    limit(max, free[r], request[j][r]);
                }
            }
            for (int n = 0; n < rows; n++) {
                fitting[j][n] = Math.max(0, (int) max[n]);
            }
        }
        return fitting;
    }

    private static void limit(double[] max, double[] column, double reciprocal) {
        for (int n = 0; n < max.length; n++) {
            max[n] = Math.min(max[n], column[n] * reciprocal);
        }
    }

    private static void limit(double[] max, long[] column, long by) {
        for (int n = 0; n < max.length; n++) {
            max[n] = Math.min(max[n], column[n] / by);
        }
    }
}
