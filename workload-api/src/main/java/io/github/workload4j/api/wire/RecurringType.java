package io.github.workload4j.api.wire;

/** A type whose values are the same in many objects, letter for letter. */
record RecurringType<V>(WireType<V> type) implements WireType<V> {
    @Override
    public V read(Cursor cursor, ReadContext context) {
        return cursor.readCached(type, context);
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
        type.write(value, out);
    }
}
