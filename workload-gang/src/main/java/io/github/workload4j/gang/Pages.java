package io.github.workload4j.gang;

import java.util.Arrays;

/** An immutable list in pages, so that a list with one element changed shares the rest. */
final class Pages<T> {

    private static final int BITS = 7;
    private static final int SIZE = 1 << BITS;

    private final Object[][] pages;

    private Pages(Object[][] pages) {
        this.pages = pages;
    }

    static <T> Pages<T> of(T[] flat) {
        Object[][] pages = new Object[(flat.length + SIZE - 1) >> BITS][];
        for (int p = 0; p < pages.length; p++) {
            pages[p] = Arrays.copyOfRange(flat, p << BITS, Math.min(flat.length, (p + 1) << BITS), Object[].class);
        }
        return new Pages<>(pages);
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
        return new Pages<>(changed);
    }
}
