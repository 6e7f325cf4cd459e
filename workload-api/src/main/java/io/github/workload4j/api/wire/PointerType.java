package io.github.workload4j.api.wire;

import org.jspecify.annotations.Nullable;

/** A type whose absent value is null. */
record PointerType<V>(WireType<V> type) implements WireType<@Nullable V> {
    @Override
    public @Nullable V read(Cursor cursor, ReadContext context) {
        return type.read(cursor, context);
    }

    @Override
    public @Nullable V absent() {
        return null;
    }

    @Override
    public String expected() {
        return type.expected();
    }

    @Override
    public void write(@Nullable V value, Output out) {
        if (value != null) {
            type.write(value, out);
        }
    }
}
