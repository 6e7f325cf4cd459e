package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one kind and version by namespace and name. A name that stands for two different objects stands for none.
 */
final class Lookup<T extends SchedulingObject> {

    /** A name within a namespace. */
    record Name(String namespace, String name) implements Comparable<Name> {
        static Name of(ObjectMeta metadata) {
            return new Name(metadata.namespace(), metadata.name());
        }

        @Override
        public int compareTo(Name other) {
            int order = namespace.compareTo(other.namespace);
            return order != 0 ? order : name.compareTo(other.name);
        }
    }

    private final Map<Name, T> objects = new HashMap<>();
    private final Set<Name> ambiguous = new HashSet<>();

    private Lookup() {}

    static <T extends SchedulingObject> Lookup<T> of(List<Item> items, Class<T> kind, ApiVersion version) {
        Lookup<T> lookup = new Lookup<>();
        for (Item item : items) {
            if (kind.isInstance(item.object()) && kind.cast(item.object()).apiVersion() == version) {
                Name name = Name.of(item.object().metadata());
                ApiObject first = lookup.objects.putIfAbsent(name, kind.cast(item.object()));
                if (first != null && !first.equals(item.object())) {
                    lookup.ambiguous.add(name);
                }
            }
        }
        return lookup;
    }

    /** {@return the only object of that name, or null} */
    @Nullable
    T find(Name name) {
        return ambiguous.contains(name) ? null : objects.get(name);
    }

    /** {@return why there is no object to be found} */
    String missing(String kind, Name name) {
        return ambiguous.contains(name)
                ? "there are several " + kind + "s " + name.name() + " that differ"
                : "the " + kind + " " + name.name() + " is not among the objects given";
    }
}
