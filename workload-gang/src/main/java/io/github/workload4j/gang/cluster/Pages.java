package io.github.workload4j.gang.cluster;

/** An immutable list in {@linkplain PageTree pages}, so that a list with one element changed shares the rest. */
final class Pages<T> {

    private final int length;
    private final PageTree<Object[]> tree;

    private Pages(int length, PageTree<Object[]> tree) {
        this.length = length;
        this.tree = tree;
    }

    static <T> Pages<T> of(T[] flat) {
        return new Pages<>(flat.length, PageTree.of(flat, flat.length, Object[]::new));
    }

    int size() {
        return length;
    }

    @SuppressWarnings("unchecked")
    T get(int index) {
        return (T) tree.page(index)[index & PageTree.WITHIN];
    }

    /** {@return whether the page of an element is the very same in another list of this length} */
    boolean sharesPage(Pages<T> other, int index) {
        return tree.page(index) == other.tree.page(index);
    }

    /** {@return this list with another element, for an {@linkplain PageTree#writable owner}} */
    Pages<T> with(int index, T value, Object by) {
        PageTree<Object[]> now = tree.writable(index, by, Object[]::clone);
        now.page(index)[index & PageTree.WITHIN] = value;
        return now == tree ? this : new Pages<>(length, now);
    }

    /** {@return this list with one element more, before the one that was at {@code index}} */
    Pages<T> inserted(int index, T value) {
        PageTree<Object[]> longer = tree.shifted(length, index, 1, Object[]::new);
        longer.page(index)[index & PageTree.WITHIN] = value;
        return new Pages<>(length + 1, longer);
    }

    /** {@return this list without the element at {@code index}} */
    Pages<T> removed(int index) {
        return new Pages<>(length - 1, tree.shifted(length, index, -1, Object[]::new));
    }
}
