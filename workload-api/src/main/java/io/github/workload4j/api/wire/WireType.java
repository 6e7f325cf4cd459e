package io.github.workload4j.api.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a value is written in a manifest: read from a cursor, written to an output. */
public interface WireType<V extends @Nullable Object> {

    /**
     * Reads a value that is there and not null, with all its parts. Faults go to {@code context}; the value is then
     * {@link #absent()}.
     */
    V read(Cursor cursor, ReadContext context);

    /** {@return the value of a field that is not there, or null} */
    V absent();

    /** {@return what a manifest should hold, as in "expected ..."} */
    String expected();

    /** Writes a value that is not absent, or throws {@link Unwritable}. */
    void write(V value, Output out);

    /** {@return whether a field of this value is left out} */
    default boolean isAbsent(V value) {
        return Objects.equals(value, absent());
    }
}
