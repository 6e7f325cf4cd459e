package io.github.workload4j.gang.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A limited number of things found out, the least recently used forgotten first.
 *
 * <p>Forgetting changes the time of an answer, never the answer. Safe to share between threads; while one thread finds
 * something out, others are not kept waiting.
 */
public final class RecentlyUsed<K, V> {

    private final Map<K, V> known;

    /**
     * Remembers nothing yet.
     *
     * @param most how many things are kept at most, 1 or more
     */
    public RecentlyUsed(int most) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** {@return what is remembered under a key, or null} */
    public @Nullable V get(K key) {
        synchronized (known) {
            return known.get(key);
        }
    }

    /** {@return what is remembered under a key from now on: what another thread has found meanwhile, or else this} */
    public V keep(K key, V found) {
        synchronized (known) {
            V earlier = known.putIfAbsent(key, found);
            return earlier == null ? found : earlier;
        }
    }

    /**
     * What is remembered under a key, or what is found out now and remembered.
     *
     * @param find finds it out; pure
     */
    public V recall(K key, Supplier<? extends V> find) {
        V found = get(key);
        return found != null ? found : keep(key, find.get());
    }

    /** {@return a copy of the things used last, at most {@code most}, the last one last} */
    public List<Map.Entry<K, V>> last(int most) {
        synchronized (known) {
            List<Map.Entry<K, V>> all = new ArrayList<>(known.size());
            known.forEach((key, value) -> all.add(Map.entry(key, value)));
            return all.subList(Math.max(0, all.size() - most), all.size());
        }
    }

    /** {@return number of things remembered} */
    public int size() {
        synchronized (known) {
            return known.size();
        }
    }
}
