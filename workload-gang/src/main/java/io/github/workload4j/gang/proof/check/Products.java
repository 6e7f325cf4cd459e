package io.github.workload4j.gang.proof.check;

/**
 * Arithmetic that no number of a question leaves: products are compared in 128 bits, and what is beyond a long is
 * clipped to its greatest value. A clipped number is the greatest there is, so that it never proves anything. No
 * argument is negative.
 */
final class Products {

    private Products() {}

    /** {@return {@code a + b}, clipped} */
    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** {@return {@code a * b}, clipped} */
    static long of(long a, long b) {
        long low = a * b;
        return low < 0 || Math.multiplyHigh(a, b) != 0 ? Long.MAX_VALUE : low;
    }

    /** Compares {@code a * b} with {@code c * d}, exactly. */
    static int compare(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /** {@return {@code a * b / c}, rounded down exactly, clipped; {@code c} is not 0} */
    static long quotient(long a, long b, long c) {
        long low = a * b;
        if (low >= 0 && Math.multiplyHigh(a, b) == 0) {
            return low / c;
        }
        long rest = b % c;
        long part = (long) (a * ((double) rest / c));
        while (compare(part, c, a, rest) > 0) {
            part--;
        }
        while (compare(part + 1, c, a, rest) <= 0) {
            part++;
        }
        return sum(of(b / c, a), part);
    }
}
