package io.github.workload4j.gang.cluster;

/** An immutable column of numbers in {@linkplain PageTree pages}, so that one with a number changed shares the rest. */
final class LongPages {

    private final int length;
    private final PageTree<long[]> tree;

    /** How many of the numbers are not 0. */
    private final int used;

    private LongPages(int length, PageTree<long[]> tree, int used) {
        this.length = length;
        this.tree = tree;
        this.used = used;
    }

    static LongPages of(long[] flat) {
        int used = 0;
        for (long value : flat) {
            used += one(value);
        }
        return new LongPages(flat.length, PageTree.of(flat, flat.length, long[]::new), used);
    }

    static LongPages zeros(int length) {
        return of(new long[length]);
    }

    long get(int index) {
        int page = tree.pageOf(index);
        return tree.page(page)[index - tree.start(page)];
    }

    /** {@return whether all numbers are 0} */
    boolean isZero() {
        return used == 0;
    }

    /** {@return this column with another number, for an {@linkplain PageTree#writable owner}} */
    LongPages with(int index, long value, Object by) {
        int change = one(value) - one(get(index));
        int page = tree.pageOf(index);
        PageTree<long[]> now = tree.writable(page, by, long[]::clone);
        now.page(page)[index - tree.start(page)] = value;
        return now == tree && change == 0 ? this : new LongPages(length, now, used + change);
    }

    private static int one(long value) {
        return value == 0 ? 0 : 1;
    }

    /** {@return this column with one number more, before the one that was at {@code index}} */
    LongPages inserted(int index, long value) {
        PageTree<long[]> longer = tree.shifted(length, index, 1, long[]::new);
        int page = longer.pageOf(index);
        longer.page(page)[index - longer.start(page)] = value;
        return new LongPages(length + 1, longer, used + one(value));
    }

    /** {@return this column without the number at {@code index}} */
    LongPages removed(int index) {
        return new LongPages(length - 1, tree.shifted(length, index, -1, long[]::new), used - one(get(index)));
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
        tree.copy(0, length, flat, 0);
        return flat;
    }
}
