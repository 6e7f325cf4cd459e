package io.github.workload4j.gang.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What immutable lists in pages share: pages of {@value #SIZE} elements, and rows of {@value #SIZE} pages. A list with
 * one element changed copies a page, a row and the list of rows, and shares the rest: four kilobytes at a million
 * elements. One more or less copies these too, and where each page starts: a page has from one to twice as many
 * elements, and all are made anew where one would have none or more.
 *
 * @param <P> an array: a page
 */
final class PageTree<P> {

    static final int BITS = 5;
    static final int SIZE = 1 << BITS;
    static final int WITHIN = SIZE - 1;

    private final Object[][] rows;

    /** Where each page starts, and the length of the list; null if all pages are full but the last. */
    private final int @Nullable [] starts;

    /** For whom this was made, who may still write to the pages and rows that were copied for it. */
    private final @Nullable Object owner;

    /** Which pages were copied for the owner. */
    private final BitSet pagesCopied = new BitSet();

    private final BitSet rowsCopied = new BitSet();

    private PageTree(Object[][] rows, int @Nullable [] starts, @Nullable Object owner) {
        this.rows = rows;
        this.starts = starts;
        this.owner = owner;
    }

    /** {@return the pages of a flat array} */
    static <P> PageTree<P> of(P flat, int length, IntFunction<P> empty) {
        Object[] pages = new Object[pages(length)];
        for (int p = 0; p < pages.length; p++) {
            int some = Math.min(length - (p << BITS), SIZE);
            pages[p] = empty.apply(some);
            copy(flat, p << BITS, pages[p], 0, some);
        }
        return new PageTree<>(inRows(pages), null, null);
    }

    private static int pages(int length) {
        return (length + WITHIN) >> BITS;
    }

    private static Object[][] inRows(Object[] pages) {
        Object[][] rows = new Object[pages(pages.length)][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(pages, row << BITS, Math.min(pages.length, (row + 1) << BITS)));
        return rows;
    }

    /** Copies from one page to another; arrays whose type the compiler sees are copied several times as fast. */
    private static void copy(Object from, int at, Object to, int place, int length) {
        if (from instanceof long[] numbers) {
            System.arraycopy(numbers, at, (long[]) to, place, length);
        } else {
            System.arraycopy((Object[]) from, at, (Object[]) to, place, length);
        }
    }

    /** {@return the number of the page that holds the element at a place} */
    int pageOf(int index) {
        int usual = index >> BITS;
        if (starts == null || usual < starts.length - 1 && starts[usual] <= index && index < starts[usual + 1]) {
            return usual;
        }
        int found = Arrays.binarySearch(starts, index);
        return found < 0 ? -found - 2 : found;
    }

    /** {@return the place of the first element of a page; of the page after the last, the length or more} */
    int start(int page) {
        return starts == null ? page << BITS : starts[page];
    }

    @SuppressWarnings("unchecked")
    P page(int page) {
        return (P) rows[page >> BITS][page & WITHIN];
    }

    /**
     * {@return a list one of whose pages may be written to by its owner: this one if it is the owner's, or else a copy}
     *
     * @param by the owner; lists made for the same one share what was copied, so that only the last of them holds
     */
    PageTree<P> writable(int page, Object by, UnaryOperator<P> copy) {
        PageTree<P> tree = by == owner ? this : new PageTree<>(rows.clone(), starts, by);
        int row = page >> BITS;
        if (!tree.pagesCopied.get(page)) {
            if (!tree.rowsCopied.get(row)) {
                tree.rows[row] = tree.rows[row].clone();
                tree.rowsCopied.set(row);
            }
            tree.rows[row][page & WITHIN] = copy.apply(page(page));
            tree.pagesCopied.set(page);
        }
        return tree;
    }

    /**
     * {@return this list with a gap before the element at a place, or without that element}
     *
     * @param length how many elements there are
     * @param by 1 or -1
     * @param empty makes a page
     */
    PageTree<P> shifted(int length, int index, int by, IntFunction<P> empty) {
        int after = by > 0 ? index : index + 1;
        int pages = rows.length == 0 ? 0 : (rows.length - 1 << BITS) + rows[rows.length - 1].length;
        int page = Math.min(pageOf(index), pages - 1);
        int before = page < 0 ? 0 : Math.min(length, start(page + 1)) - start(page);
        if (page < 0 || before + by == 0 || before + by > 2 * SIZE) {
            P flat = empty.apply(length + by);
            copy(0, index, flat, 0);
            copy(after, length, flat, after + by);
            return of(flat, length + by, empty);
        }
        int start = start(page);
        P changed = empty.apply(before + by);
        copy(page(page), 0, changed, 0, index - start);
        copy(page(page), after - start, changed, after - start + by, start + before - after);
        Object[][] others = rows.clone();
        others[page >> BITS] = others[page >> BITS].clone();
        others[page >> BITS][page & WITHIN] = changed;
        int[] moved = new int[pages + 1];
        Arrays.setAll(moved, p -> Math.min(length, start(p)) + (p > page ? by : 0));
        return new PageTree<>(others, moved, null);
    }

    /** Copies the elements from one place up to another into an array. */
    void copy(int from, int to, Object into, int at) {
        for (int i = from; i < to; ) {
            int page = pageOf(i);
            int end = Math.min(to, start(page + 1));
            copy(page(page), i - start(page), into, at + i - from, end - i);
            i = end;
        }
    }
}
