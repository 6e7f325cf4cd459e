package io.github.workload4j.api.wire;

import io.github.workload4j.api.field.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A point in time. */
final class TimeType implements WireType<@Nullable Instant> {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Override
    public @Nullable Instant read(Cursor cursor, ReadContext context) {
        if (cursor.kind() == Cursor.Kind.TEXT) {
            try {
                return context.interner().time(cursor.text());
            } catch (DateTimeException e) {
                String found = ReadContext.shown(cursor.raw()) + " is not a time";
                context.fault(Fault.Type.WRONG_TYPE, cursor.place(), found, "expected " + expected());
                return null;
            }
        }
        context.wrongType(cursor, expected());
        return null;
    }

    @Override
    public @Nullable Instant absent() {
        return null;
    }

    @Override
    public String expected() {
        return "a time, such as 2026-01-02T03:04:05Z";
    }

    @Override
    public void write(@Nullable Instant value, Output out) {
        if (value != null) {
            if (value.isBefore(FIRST) || value.isAfter(LAST)) {
                out.refuse("is a time before the year 0 or after the year 9999");
            }
            out.text(value.toString());
        }
    }
}
