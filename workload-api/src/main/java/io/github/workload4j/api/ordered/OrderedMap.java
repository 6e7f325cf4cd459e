package io.github.workload4j.api.ordered;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A small unmodifiable map in insertion order: keys and values side by side in one array.
 *
 * <p>A cluster dump holds hundreds of thousands of maps of a few labels each, for which hash tables cost four times the
 * memory. Looking up is linear; larger maps are hash tables.
 */
public final class OrderedMap<K, V> extends AbstractMap<K, V> {

    private static final int LARGEST = 16;

    private final Object[] entries;

    private OrderedMap(Object[] entries) {
        this.entries = entries;
    }

    /**
     * Copies a map, keeping its order.
     *
     * @throws NullPointerException if a key or value is null
     */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        if (map instanceof OrderedMap) {
            return map;
        }
        if (map.isEmpty()) {
            return Map.of();
        }
        map.forEach((key, value) -> {
            requireNonNull(key, "key");
            requireNonNull(value, () -> "value of " + key);
        });
        if (map.size() > LARGEST) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
        Object[] entries = new Object[map.size() * 2];
        int i = 0;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            entries[i++] = entry.getKey();
            entries[i++] = entry.getValue();
        }
        return new OrderedMap<>(entries);
    }

    /**
     * Makes a map of keys and values that stand in turns in a part of an array, which is copied.
     *
     * @param entries keys and values, no key twice, none null
     * @param from where the first key stands
     * @param to after the last value
     */
    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> of(@Nullable Object[] entries, int from, int to) {
        if (from == to) {
            return Map.of();
        }
        if (to - from <= 2 * LARGEST) {
            return new OrderedMap<>(Arrays.copyOfRange(entries, from, to));
        }
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = from; i < to; i += 2) {
            map.put((K) entries[i], (V) entries[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object key) {
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i].equals(key)) {
                return (V) entries[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (int i = 0; i < entries.length; i += 2) {
            action.accept((K) entries[i], (V) entries[i + 1]);
        }
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (int i = 0; i < entries.length; i += 2) {
            sum += entries[i].hashCode() ^ entries[i + 1].hashCode();
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other || !(other instanceof Map<?, ?> that) || that.size() != size()) {
            return this == other;
        }
        for (int i = 0; i < entries.length; i += 2) {
            if (!entries[i + 1].equals(that.get(entries[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return entries.length / 2;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return OrderedMap.this.size();
            }
        };
    }

    private final class Entries implements Iterator<Entry<K, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < entries.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry<K, V> entry = new SimpleImmutableEntry<>((K) entries[next], (V) entries[next + 1]);
            next += 2;
            return entry;
        }
    }
}
