package io.github.workload4j.gang.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table of elements that carry their own key. One with an element more, less or replaced shares the
 * rest: a change copies a bucket and half a kilobyte of {@linkplain PageTree pages}. The table grows and shrinks with
 * the number of elements, which costs a small constant for each change on average. A bucket of many is sorted: its
 * keys may have been chosen to have one hash.
 */
final class KeyedPages<E> {

    private static final int FEWEST_BUCKETS = 16;
    private static final int MOST_IN_BUCKET = 8;
    private static final int MOST_ON_AVERAGE = 4;
    private static final Object[] EMPTY = {};

    /** Which elements are one. */
    interface Key<E> {

        /** {@return a number that is equal for elements that are one} */
        int hash(E element);

        /** {@return the order of two elements, 0 where they have one key} */
        int compare(E a, E b);
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
        int[] hashes = new int[elements.size()];
        int[] start = new int[count + 1];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = key.hash(elements.get(i));
            start[bucket(hashes[i], count) + 1]++;
        }
        Object[][] table = new Object[count][];
        for (int b = 0; b < count; b++) {
            table[b] = start[b + 1] == 0 ? EMPTY : new Object[start[b + 1]];
            start[b + 1] += start[b];
        }
        // Hashes are compared first: looking into the elements themselves would be most of the work.
        int[] placed = new int[hashes.length];
        int[] filled = new int[count];
        int size = 0;
        for (int i = 0; i < hashes.length; i++) {
            int home = bucket(hashes[i], count);
            E element = elements.get(i);
            int at = table[home].length > MOST_IN_BUCKET ? filled[home] : 0;
            while (at < filled[home]
                    && !(placed[start[home] + at] == hashes[i]
                            && key.compare(element(table[home][at]), element) == 0)) {
                at++;
            }
            if (at == filled[home]) {
                placed[start[home] + at] = hashes[i];
                filled[home]++;
                size++;
            }
            table[home][at] = element;
        }
        for (int b = 0; b < count; b++) {
            if (table[b].length > MOST_IN_BUCKET) {
                filled[b] = sortedDistinct(key, table[b]);
                size -= table[b].length - filled[b];
            }
        }
        if (size < hashes.length) {
            Arrays.setAll(table, b -> filled[b] == table[b].length ? table[b] : Arrays.copyOf(table[b], filled[b]));
        }
        return new KeyedPages<>(key, size, Pages.of(table));
    }

    /** Sorts elements, keeps the last of those with one key, and returns how many are left, which come first. */
    private static <E> int sortedDistinct(Key<E> key, Object[] elements) {
        Arrays.sort(elements, (a, b) -> key.compare(element(a), element(b)));
        int kept = 0;
        for (Object each : elements) {
            boolean again = kept > 0 && key.compare(element(elements[kept - 1]), element(each)) == 0;
            elements[again ? kept - 1 : kept++] = each;
        }
        return kept;
    }

    int size() {
        return size;
    }

    /** {@return the element of the same key, or null} */
    @Nullable
    E find(E like) {
        Object[] bucket = buckets.get(bucket(key.hash(like), buckets.size()));
        int at = find(key, bucket, like);
        return at < 0 ? null : element(bucket[at]);
    }

    /**
     * {@return this table with an element, in the place of the one of the same key, for an
     * {@linkplain PageTree#writable owner}}
     */
    KeyedPages<E> with(E element, Object by) {
        int home = bucket(key.hash(element), buckets.size());
        Object[] bucket = buckets.get(home);
        int at = find(key, bucket, element);
        int place = at < 0 ? ~at : at;
        Object[] changed = Arrays.copyOf(bucket, at < 0 ? bucket.length + 1 : bucket.length);
        System.arraycopy(bucket, place, changed, at < 0 ? place + 1 : place, bucket.length - place);
        changed[place] = element;
        if (at < 0 && changed.length == MOST_IN_BUCKET + 1) {
            sortedDistinct(key, changed);
        }
        return fitting(at < 0 ? size + 1 : size, buckets.with(home, changed, by));
    }

    /** {@return this table without the element of the same key, for an {@linkplain PageTree#writable owner}} */
    KeyedPages<E> without(E like, Object by) {
        int home = bucket(key.hash(like), buckets.size());
        Object[] bucket = buckets.get(home);
        int at = find(key, bucket, like);
        if (at < 0) {
            return this;
        }
        Object[] changed = bucket.length == 1 ? EMPTY : Arrays.copyOf(bucket, bucket.length - 1);
        System.arraycopy(bucket, at + 1, changed, at, changed.length - at);
        return fitting(size - 1, buckets.with(home, changed, by));
    }

    /** Visits the elements of all buckets but those that are the other's as well. */
    void unlike(KeyedPages<E> other, Consumer<E> consumer) {
        boolean alike = buckets.size() == other.buckets.size();
        for (int b = 0; b < buckets.size(); ) {
            if (alike && buckets.sharesPage(other.buckets, b)) {
                b = (b | PageTree.WITHIN) + 1;
                continue;
            }
            Object[] bucket = buckets.get(b);
            for (Object each : alike && bucket == other.buckets.get(b) ? EMPTY : bucket) {
                consumer.accept(element(each));
            }
            b++;
        }
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
        boolean tight = elements > MOST_ON_AVERAGE * changed.size();
        boolean loose = changed.size() > FEWEST_BUCKETS && elements < changed.size() / MOST_IN_BUCKET;
        return tight || loose ? of(key, table.elements()) : table;
    }

    private static int bucket(int hash, int buckets) {
        return hash * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(buckets - 1);
    }

    /** {@return where the element of the same key is, or the complement of where it would have to be} */
    private static <E> int find(Key<E> key, Object[] bucket, E like) {
        if (bucket.length > MOST_IN_BUCKET) {
            return Arrays.binarySearch(bucket, like, (a, b) -> key.compare(element(a), element(b)));
        }
        for (int i = 0; i < bucket.length; i++) {
            E each = element(bucket[i]);
            if (key.compare(each, like) == 0) {
                return i;
            }
        }
        return ~bucket.length;
    }

    @SuppressWarnings("unchecked")
    private static <E> E element(Object element) {
        return (E) element;
    }
}
