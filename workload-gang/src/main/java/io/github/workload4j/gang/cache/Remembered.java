package io.github.workload4j.gang.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values derived from something that never changes. Each is made when its name is first asked for; beside that, the
 * last one of two things is kept. Thread-safe.
 */
public final class Remembered {

    private final Map<String, Object> made = new ConcurrentHashMap<>();
    private volatile @Nullable Last last;

    private record Last(Object of, Object and, Object made) {}

    /**
     * {@return what is there under a name, or is made now}
     *
     * @param make makes it; any two that it makes must be equal
     */
    public <T> T recall(String name, Class<T> type, Supplier<T> make) {
        return type.cast(made.computeIfAbsent(name, n -> make.get()));
    }

    /**
     * {@return what was made last, if it was made of the same two things, or null}
     *
     * @param of compared by identity
     * @param and compared by content
     */
    public <T> @Nullable T last(Object of, Object and, Class<T> type) {
        Last known = last;
        return known == null || known.of != of || !known.and.equals(and) ? null : type.cast(known.made);
    }

    /** Keeps what was made of two things; whatever is made of them is always to the same. */
    public void keepLast(Object of, Object and, Object made) {
        last = new Last(of, and, made);
    }
}
