package io.github.workload4j.gang.cluster;

import java.util.Arrays;

/**
 * An immutable column of numbers in pages, so that a column with one number changed shares the rest. Changing costs a
 * page and the list of pages: some hundred nanoseconds at 15,000 numbers. One number more or less costs a copy of the
 * pages from there on.
 */
final class LongPages {

    private static final int BITS = 8;
    private static final int SIZE = 1 << BITS;

    private final int length;
    private final long[][] pages;

    /** How many of the numbers are not 0. */
    private final int used;

    private LongPages(int length, long[][] pages, int used) {
        this.length = length;
        this.pages = pages;
        this.used = used;
    }

    static LongPages of(long[] flat) {
        int used = 0;
        for (long value : flat) {
            used += value == 0 ? 0 : 1;
        }
        return new LongPages(flat.length, paged(flat), used);
    }

    private static int pages(int length) {
        return (length + SIZE - 1) >> BITS;
    }

    private static long[][] paged(long[] flat) {
        long[][] pages = new long[pages(flat.length)][];
        for (int p = 0; p < pages.length; p++) {
            pages[p] = Arrays.copyOfRange(flat, p << BITS, Math.min(flat.length, (p + 1) << BITS));
        }
        return pages;
    }

    static LongPages zeros(int length) {
        return of(new long[length]);
    }

    long get(int index) {
        return pages[index >> BITS][index & (SIZE - 1)];
    }

    /** {@return whether all numbers are 0} */
    boolean isZero() {
        return used == 0;
    }

    LongPages with(int index, long value) {
        long[][] changed = pages.clone();
        long[] page = changed[index >> BITS].clone();
        int was = one(page[index & (SIZE - 1)]);
        page[index & (SIZE - 1)] = value;
        changed[index >> BITS] = page;
        return new LongPages(length, changed, used - was + one(value));
    }

    private static int one(long value) {
        return value == 0 ? 0 : 1;
    }

    /** {@return this column with one number more, before the one that was at {@code index}} */
    LongPages inserted(int index, long value) {
        long[][] longer = shifted(index, 1);
        longer[index >> BITS][index & (SIZE - 1)] = value;
        return new LongPages(length + 1, longer, used + one(value));
    }

    /** {@return this column without the number at {@code index}} */
    LongPages removed(int index) {
        return new LongPages(length - 1, shifted(index, -1), used - one(get(index)));
    }

    /**
     * Copies the pages from the one with {@code index} on; what was after that place is one further on, or one less
     * far.
     */
    private long[][] shifted(int index, int by) {
        int size = length + by;
        int next = by > 0 ? index + 1 : index;
        long[][] changed = Arrays.copyOf(pages, pages(size));
        for (int p = index >> BITS; p < changed.length; p++) {
            int start = p << BITS;
            int end = Math.min(size, start + SIZE);
            changed[p] = new long[end - start];
            copy(start, Math.min(index, end), changed[p], 0);
            int from = Math.max(start, next);
            copy(from - by, end - by, changed[p], from - start);
        }
        return changed;
    }

    private void copy(int from, int to, long[] into, int at) {
        for (int i = from; i < to; ) {
            int some = Math.min(to, ((i >> BITS) + 1) << BITS) - i;
            System.arraycopy(pages[i >> BITS], i & (SIZE - 1), into, at + i - from, some);
            i += some;
        }
    }

    /** {@return whether an amount is surely what it says, not one that is held at a limit} */
    static boolean isWithinLimits(long amount) {
        return amount > Long.MIN_VALUE && amount < Long.MAX_VALUE;
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
        copy(0, length, flat, 0);
        return flat;
    }
}
