package io.github.workload4j.gang.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What immutable lists in pages share: pages of {@value #SIZE} elements, and rows of {@value #SIZE} pages. A list with
 * one element changed copies a page, a row and the list of rows, and shares the rest: a kilobyte at a million elements.
 * One more or less costs a copy of the pages from there on.
 *
 * @param <P> an array: a page; all are full but the last
 */
final class PageTree<P> {

    static final int BITS = 6;
    static final int SIZE = 1 << BITS;
    static final int WITHIN = SIZE - 1;

    private final Object[][] rows;

    /** For whom this was made, who may still write to the pages and rows that were copied for it. */
    private final @Nullable Object owner;

    /** Which pages were copied for the owner. */
    private final BitSet pagesCopied = new BitSet();

    private final BitSet rowsCopied = new BitSet();

    private PageTree(Object[][] rows, @Nullable Object owner) {
        this.rows = rows;
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
        return new PageTree<>(inRows(pages), null);
    }

    private static int pages(int length) {
        return (length + WITHIN) >> BITS;
    }

    private static Object[][] inRows(Object[] pages) {
        Object[][] rows = new Object[pages(pages.length)][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(pages, row << BITS, Math.min(pages.length, (row + 1) << BITS)));
        return rows;
    }

    private static void copy(Object from, int at, Object to, int place, int length) {
        System.arraycopy(from, at, to, place, length);
    }

    /** {@return the page that holds the element at a place} */
    @SuppressWarnings("unchecked")
    P page(int index) {
        int page = index >> BITS;
        return (P) rows[page >> BITS][page & WITHIN];
    }

    /**
     * {@return a list whose page with the element at a place may be written to by its owner: this one if it is the
     * owner's, or else a copy}
     *
     * @param by the owner; lists made for the same one share what was copied, so that only the last of them holds
     */
    PageTree<P> writable(int index, Object by, UnaryOperator<P> copy) {
        PageTree<P> tree = by == owner ? this : new PageTree<>(rows.clone(), by);
        int page = index >> BITS;
        int row = page >> BITS;
        if (!tree.pagesCopied.get(page)) {
            if (!tree.rowsCopied.get(row)) {
                tree.rows[row] = tree.rows[row].clone();
                tree.rowsCopied.set(row);
            }
            tree.rows[row][page & WITHIN] = copy.apply(page(index));
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
        int size = length + by;
        int after = by > 0 ? index + 1 : index;
        Object[] pages = new Object[pages(size)];
        for (int p = 0; p < pages.length; p++) {
            int start = p << BITS;
            if (p < index >> BITS) {
                pages[p] = page(start);
                continue;
            }
            int end = Math.min(size, start + SIZE);
            pages[p] = empty.apply(end - start);
            copy(start, Math.min(index, end), pages[p], 0);
            int from = Math.max(start, after);
            copy(from - by, end - by, pages[p], from - start);
        }
        return new PageTree<>(inRows(pages), null);
    }

    /** Copies the elements from one place up to another into an array. */
    void copy(int from, int to, Object into, int at) {
        for (int i = from; i < to; ) {
            int some = Math.min(to - i, SIZE - (i & WITHIN));
            copy(page(i), i & WITHIN, into, at + i - from, some);
            i += some;
        }
    }
}
