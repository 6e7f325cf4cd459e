package io.github.workload4j.gang.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Values derived from something that never changes. Each is made when its name is first asked for. Thread-safe. */
public final class Remembered {

    private final Map<String, Object> made = new ConcurrentHashMap<>();

    /**
     * {@return what is there under a name, or is made now}
     *
     * @param make makes it; any two that it makes must be equal
     */
    public <T> T recall(String name, Class<T> type, Supplier<T> make) {
        return type.cast(made.computeIfAbsent(name, n -> make.get()));
    }
}
