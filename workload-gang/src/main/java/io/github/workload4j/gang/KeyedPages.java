package io.github.workload4j.gang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table of elements that carry their own key. One with an element more, less or replaced shares the rest: a change copies
 * a page and the list of pages, some hundred nanoseconds at 150,000 elements. The table grows and shrinks with the number of elements, which
 * costs a small constant for each change on average.
 */
final class KeyedPages<E> {

    private static final int FEWEST_BUCKETS = 16;
    private static final int MOST_IN_BUCKET = 8;
    private static final Object[] EMPTY = {};

    /** Which elements are one. */
    interface Key<E> {

        /** {@return a number that is equal for elements that are one} */
        int hash(E element);

        /** {@return whether two elements have one key} */
        boolean same(E a, E b);
    }

    private final Key<E> key;
    private final int size;
    private final Pages<Object[]> buckets;

    private KeyedPages(Key<E> key, int size, Pages<Object[]> buckets) {
        this.key = key;
        this.size = size;
        this.buckets = buckets;
    }

    /** {@return a table of these elements; of those with one key the last} */
    static <E> KeyedPages<E> of(Key<E> key, List<? extends E> elements) {
        int count = Integer.highestOneBit(Math.max(FEWEST_BUCKETS, elements.size() / 2));
        int[] home = new int[elements.size()];
        int[] load = new int[count];
        for (int i = 0; i < home.length; i++) {
            home[i] = bucket(key.hash(elements.get(i)), count);
            load[home[i]]++;
        }
        Object[][] table = new Object[count][];
        int[] filled = new int[count];
        Arrays.setAll(table, b -> load[b] == 0 ? EMPTY : new Object[load[b]]);
        int size = 0;
        for (int i = 0; i < home.length; i++) {
            Object[] bucket = table[home[i]];
            int at = find(key, bucket, filled[home[i]], elements.get(i));
            if (at < 0) {
                at = filled[home[i]]++;
                size++;
            }
            bucket[at] = elements.get(i);
        }
        if (size < home.length) {
            Arrays.setAll(table, b -> filled[b] == table[b].length ? table[b] : Arrays.copyOf(table[b], filled[b]));
        }
        return new KeyedPages<>(key, size, Pages.of(table));
    }

    int size() {
        return size;
    }

    /** {@return the element of the same key, or null} */
    @Nullable
    E find(E like) {
        Object[] bucket = buckets.get(bucket(key.hash(like), buckets.size()));
        int at = find(key, bucket, bucket.length, like);
        return at < 0 ? null : element(bucket[at]);
    }

    /** {@return this table with an element, in the place of the one of the same key} */
    KeyedPages<E> with(E element) {
        int home = bucket(key.hash(element), buckets.size());
        Object[] bucket = buckets.get(home);
        int at = find(key, bucket, bucket.length, element);
        Object[] changed = Arrays.copyOf(bucket, at < 0 ? bucket.length + 1 : bucket.length);
        changed[at < 0 ? bucket.length : at] = element;
        return fitting(at < 0 ? size + 1 : size, buckets.with(home, changed));
    }

    /** {@return this table without the element of the same key} */
    KeyedPages<E> without(E like) {
        int home = bucket(key.hash(like), buckets.size());
        Object[] bucket = buckets.get(home);
        int at = find(key, bucket, bucket.length, like);
        if (at < 0) {
            return this;
        }
        Object[] changed = bucket.length == 1 ? EMPTY : Arrays.copyOf(bucket, bucket.length - 1);
        if (at < changed.length) {
            changed[at] = bucket[changed.length];
        }
        return fitting(size - 1, buckets.with(home, changed));
    }

    void forEach(Consumer<E> consumer) {
        for (int b = 0; b < buckets.size(); b++) {
            for (Object each : buckets.get(b)) {
                consumer.accept(element(each));
            }
        }
    }

    /** {@return the elements, in no particular order} */
    List<E> elements() {
        List<E> elements = new ArrayList<>(size);
        forEach(elements::add);
        return elements;
    }

    private KeyedPages<E> fitting(int elements, Pages<Object[]> changed) {
        KeyedPages<E> table = new KeyedPages<>(key, elements, changed);
        boolean tight = elements > MOST_IN_BUCKET * changed.size();
        boolean loose = changed.size() > FEWEST_BUCKETS && elements < changed.size() / MOST_IN_BUCKET;
        return tight || loose ? of(key, table.elements()) : table;
    }

    private static int bucket(int hash, int buckets) {
        return hash * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(buckets - 1);
    }

    private static <E> int find(Key<E> key, Object[] bucket, int filled, E like) {
        for (int i = 0; i < filled; i++) {
            E each = element(bucket[i]);
            if (key.same(each, like)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private static <E> E element(Object element) {
        return (E) element;
    }
}
