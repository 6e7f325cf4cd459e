package io.github.workload4j.policy.lint;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.lint.Stream.Key;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The objects of one kind by namespace and name, in the order of the stream; of two of one name the later. */
final class Named<T extends ApiObject> {

    private final Map<Key, Placed<T>> objects = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> names = new HashMap<>();

    void add(int index, T object) {
        Placed<T> placed = new Placed<>(index, object);
        objects.put(new Key(placed.namespace(), placed.name()), placed);
        names.computeIfAbsent(placed.namespace(), namespace -> new TreeSet<>()).add(placed.name());
    }

    @Nullable
    Placed<T> get(String namespace, String name) {
        return objects.get(new Key(namespace, name));
    }

    /** {@return whether there are any in a namespace} */
    boolean areIn(String namespace) {
        return names.containsKey(namespace);
    }

    Collection<Placed<T>> all() {
        return objects.values();
    }

    void forEach(BiConsumer<Key, Placed<T>> action) {
        objects.forEach(action);
    }

    /** {@return what to do about a name that is not in a namespace} */
    String oneOf(String namespace) {
        return areIn(namespace)
                ? "name one of " + Stream.among(names.getOrDefault(namespace, new TreeSet<>()))
                : "add it, or name one that is there";
    }
}
