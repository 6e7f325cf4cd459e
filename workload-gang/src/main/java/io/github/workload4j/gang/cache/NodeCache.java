package io.github.workload4j.gang.cache;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A few things found out about nodes, of several types, the least recently used forgotten first. */
public final class NodeCache {

    private static final int MOST = 16;

    private final RecentlyUsed<Object, Object> known = new RecentlyUsed<>(MOST);

    private NodeCache() {}

    /** Nodes with a cache. Users cannot name it, and find nothing in it. */
    public abstract static class Holder {

        private final NodeCache cache = new NodeCache();
    }

    /** {@return what has been found out about these nodes} */
    public static NodeCache of(Holder nodes) {
        return nodes.cache;
    }

    /**
     * {@return what is remembered under a key, or null}
     *
     * @param key a value
     * @param type what is remembered under such keys
     */
    public <T> @Nullable T get(Object key, Class<T> type) {
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        return type.cast(known.get(key));
    }

    /** {@return what is remembered under a key from now on: what another thread has found meanwhile, or else this} */
    public <T> T keep(Object key, Class<T> type, T found) {
        requireNonNull(key, "key");
        requireNonNull(found, "found");
        return type.cast(known.keep(key, found));
    }
}
