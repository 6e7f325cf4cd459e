package io.github.workload4j.api.wire;

import org.jspecify.annotations.Nullable;

/** An object of any shape, kept as compact JSON. */
final class JsonType implements WireType<@Nullable String> {
    @Override
    public @Nullable String read(Cursor cursor, ReadContext context) {
        if (cursor.kind() != Cursor.Kind.OBJECT) {
            context.wrongType(cursor, expected());
            return null;
        }
        return JsonText.of(cursor, context);
    }

    @Override
    public @Nullable String absent() {
        return null;
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public void write(@Nullable String value, Output out) {
        if (value != null) {
            out.json(value);
        }
    }
}
