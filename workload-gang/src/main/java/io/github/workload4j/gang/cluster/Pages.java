package io.github.workload4j.gang.cluster;

import java.util.AbstractList;
import java.util.RandomAccess;

/** An immutable list in {@linkplain PageTree pages}, so that a list with one element changed shares the rest. */
final class Pages<T> extends AbstractList<T> implements RandomAccess {

    private final int length;
    private final PageTree<Object[]> tree;

    private Pages(int length, PageTree<Object[]> tree) {
        this.length = length;
        this.tree = tree;
    }

    static <T> Pages<T> of(T[] flat) {
        return new Pages<>(flat.length, PageTree.of(flat, flat.length, Object[]::new));
    }

    @Override
    public int size() {
        return length;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        int page = tree.pageOf(index);
        return (T) tree.page(page)[index - tree.start(page)];
    }

    /** {@return whether the page of an element is the very same in another list, none of which had another length} */
    boolean sharesPage(Pages<T> other, int index) {
        return tree.page(tree.pageOf(index)) == other.tree.page(other.tree.pageOf(index));
    }

    /** {@return this list with another element, for an {@linkplain PageTree#writable owner}} */
    Pages<T> with(int index, T value, Object by) {
        int page = tree.pageOf(index);
        PageTree<Object[]> now = tree.writable(page, by, Object[]::clone);
        now.page(page)[index - tree.start(page)] = value;
        return now == tree ? this : new Pages<>(length, now);
    }

    /** {@return this list with one element more, before the one that was at {@code index}} */
    Pages<T> inserted(int index, T value) {
        PageTree<Object[]> longer = tree.shifted(length, index, 1, Object[]::new);
        int page = longer.pageOf(index);
        longer.page(page)[index - longer.start(page)] = value;
        return new Pages<>(length + 1, longer);
    }

    /** {@return this list without the element at {@code index}} */
    Pages<T> removed(int index) {
        return new Pages<>(length - 1, tree.shifted(length, index, -1, Object[]::new));
    }
}
