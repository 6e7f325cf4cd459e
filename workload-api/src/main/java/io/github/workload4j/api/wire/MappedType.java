package io.github.workload4j.api.wire;

import java.util.function.Function;

/** A type that stands for another in the model. */
record MappedType<W, V>(WireType<W> wire, Function<W, V> toModel, Function<V, W> toWire) implements WireType<V> {
    @Override
    public V read(Cursor cursor, ReadContext context) {
        return toModel.apply(wire.read(cursor, context));
    }

    @Override
    public V absent() {
        return toModel.apply(wire.absent());
    }

    @Override
    public String expected() {
        return wire.expected();
    }

    @Override
    public void write(V value, Output out) {
        wire.write(toWire.apply(value), out);
    }
}
