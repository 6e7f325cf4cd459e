package io.github.workload4j.gang;

import java.util.Arrays;

/**
 * An immutable column of numbers in pages, so that a column with one number changed shares the rest. Changing costs a page and the list of
 * pages: some hundred nanoseconds at 15,000 numbers.
 */
final class LongPages {

    private static final int BITS = 8;
    private static final int SIZE = 1 << BITS;

    private final int length;
    private final long[][] pages;

    private LongPages(int length, long[][] pages) {
        this.length = length;
        this.pages = pages;
    }

    static LongPages of(long[] flat) {
        long[][] pages = new long[(flat.length + SIZE - 1) >> BITS][];
        for (int p = 0; p < pages.length; p++) {
            pages[p] = Arrays.copyOfRange(flat, p << BITS, Math.min(flat.length, (p + 1) << BITS));
        }
        return new LongPages(flat.length, pages);
    }

    static LongPages zeros(int length) {
        return of(new long[length]);
    }

    long get(int index) {
        return pages[index >> BITS][index & (SIZE - 1)];
    }

    LongPages with(int index, long value) {
        long[][] changed = pages.clone();
        long[] page = changed[index >> BITS].clone();
        page[index & (SIZE - 1)] = value;
        changed[index >> BITS] = page;
        return new LongPages(length, changed);
    }

    /** {@return this column with {@code amount} added in one place, held at the limits of 64 bits} */
    LongPages plus(int index, long amount) {
        return with(index, sum(get(index), amount));
    }

    /** {@return the sum, or the limit of 64 bits beyond which it is} */
    static long sum(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return sum;
    }

    long[] toArray() {
        long[] flat = new long[length];
        for (int p = 0; p < pages.length; p++) {
            System.arraycopy(pages[p], 0, flat, p << BITS, pages[p].length);
        }
        return flat;
    }
}
