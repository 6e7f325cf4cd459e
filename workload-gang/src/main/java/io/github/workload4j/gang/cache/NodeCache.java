package io.github.workload4j.gang.cache;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A few things found out about nodes, the least recently used forgotten first.
 *
 * <p>Forgetting changes the time of an answer, never the answer. Safe to share between threads; while one thread finds
 * something out, others are not kept waiting.
 */
public final class NodeCache {

    private static final int MOST = 16;

    private final Map<Object, Object> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > MOST;
        }
    };

    /** A cache of nothing. */
    public NodeCache() {}

    /**
     * What is remembered under a key, or what is found out now and remembered.
     *
     * @param key a value
     * @param type what is remembered under such keys
     * @param find finds it out; pure
     */
    public <T> T recall(Object key, Class<T> type, Supplier<T> find) {
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(find, "find");
        Object found;
        synchronized (known) {
            found = known.get(key);
        }
        if (found == null) {
            found = find.get();
            synchronized (known) {
                known.put(key, found);
            }
        }
        return type.cast(found);
    }
}
