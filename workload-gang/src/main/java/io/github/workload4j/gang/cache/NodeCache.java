package io.github.workload4j.gang.cache;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/** A few things found out about nodes, of several types, the least recently used forgotten first. */
public final class NodeCache {

    private static final int MOST = 16;

    private final RecentlyUsed<Object, Object> known = new RecentlyUsed<>(MOST);

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
        return type.cast(known.recall(key, find::get));
    }
}
