package io.github.workload4j.api.wire;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type some of whose values a manifest cannot hold, though the model does. */
record CheckedType<V>(WireType<V> type, Function<V, @Nullable String> problem) implements WireType<V> {
    @Override
    public V read(Cursor cursor, ReadContext context) {
        return type.read(cursor, context);
    }

    @Override
    public V absent() {
        return type.absent();
    }

    @Override
    public String expected() {
        return type.expected();
    }

    @Override
    public void write(V value, Output out) {
        String found = problem.apply(value);
        if (found != null) {
            out.refuse(found);
        }
        type.write(value, out);
    }
}
