package io.github.workload4j.gang.cluster;

import java.util.Arrays;

/**
 * An immutable list in pages, so that a list with one element changed shares the rest. One more or less costs a copy of
 * the pages from there on.
 */
final class Pages<T> {

    private static final int BITS = 7;
    private static final int SIZE = 1 << BITS;

    private final int length;
    private final Object[][] pages;

    private Pages(int length, Object[][] pages) {
        this.length = length;
        this.pages = pages;
    }

    static <T> Pages<T> of(T[] flat) {
        return new Pages<>(flat.length, paged(flat));
    }

    private static int pages(int length) {
        return (length + SIZE - 1) >> BITS;
    }

    private static Object[][] paged(Object[] flat) {
        Object[][] pages = new Object[pages(flat.length)][];
        for (int p = 0; p < pages.length; p++) {
            pages[p] = Arrays.copyOfRange(flat, p << BITS, Math.min(flat.length, (p + 1) << BITS), Object[].class);
        }
        return pages;
    }

    int size() {
        return length;
    }

    @SuppressWarnings("unchecked")
    T get(int index) {
        return (T) pages[index >> BITS][index & (SIZE - 1)];
    }

    Pages<T> with(int index, T value) {
        Object[][] changed = pages.clone();
        Object[] page = changed[index >> BITS].clone();
        page[index & (SIZE - 1)] = value;
        changed[index >> BITS] = page;
        return new Pages<>(length, changed);
    }

    /** {@return this list with one element more, before the one that was at {@code index}} */
    Pages<T> inserted(int index, T value) {
        Pages<T> longer = shifted(index, 1);
        longer.pages[index >> BITS][index & (SIZE - 1)] = value;
        return longer;
    }

    /** {@return this list without the element at {@code index}} */
    Pages<T> removed(int index) {
        return shifted(index, -1);
    }

    /**
     * Copies the pages from the one with {@code index} on; what was after that place is one further on, or one less
     * far.
     */
    private Pages<T> shifted(int index, int by) {
        int size = length + by;
        int next = by > 0 ? index + 1 : index;
        Object[][] changed = Arrays.copyOf(pages, pages(size));
        for (int p = index >> BITS; p < changed.length; p++) {
            int start = p << BITS;
            int end = Math.min(size, start + SIZE);
            changed[p] = new Object[end - start];
            copy(start, Math.min(index, end), changed[p], 0);
            int from = Math.max(start, next);
            copy(from - by, end - by, changed[p], from - start);
        }
        return new Pages<>(size, changed);
    }

    private void copy(int from, int to, Object[] into, int at) {
        for (int i = from; i < to; ) {
            int some = Math.min(to, ((i >> BITS) + 1) << BITS) - i;
            System.arraycopy(pages[i >> BITS], i & (SIZE - 1), into, at + i - from, some);
            i += some;
        }
    }
}
