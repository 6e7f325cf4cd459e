package io.github.workload4j.gang;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map that shares its bulk with the maps it was changed from: a large base and a few changes. When the changes grow they
 * become part of a new base, so a long row of changes costs each a small constant on average.
 */
final class Overlay<K, V> {

    private static final int FEWEST = 32;

    private final Map<K, V> base;
    private final Map<K, V> changes;

    private Overlay(Map<K, V> base, Map<K, V> changes) {
        this.base = base;
        this.changes = changes;
    }

    /** {@return a map with these entries; the caller gives the base away} */
    static <K, V> Overlay<K, V> over(Map<K, V> base) {
        return new Overlay<>(base, Map.of());
    }

    @Nullable
    V get(K key) {
        V changed = changes.get(key);
        return changed != null ? changed : base.get(key);
    }

    Overlay<K, V> with(K key, V value) {
        Map<K, V> more = new HashMap<>(changes);
        more.put(key, value);
        if (more.size() <= Math.max(FEWEST, (int) Math.sqrt(base.size()))) {
            return new Overlay<>(base, more);
        }
        Map<K, V> merged = new HashMap<>(base);
        merged.putAll(more);
        return new Overlay<>(merged, Map.of());
    }

    Set<K> keys() {
        Set<K> keys = new HashSet<>(base.keySet());
        keys.addAll(changes.keySet());
        return keys;
    }
}
