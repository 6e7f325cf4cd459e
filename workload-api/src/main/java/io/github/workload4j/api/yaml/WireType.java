package io.github.workload4j.api.yaml;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a value stands in a manifest: read from a tree, written to an output. */
interface WireType<V extends @Nullable Object> {

    /** Reads a value that is there and not null; what is wrong goes to {@code in}, and the value is then {@link #absent()}. */
    V read(Tree tree, Reading in);

    /** {@return the value of a field that is not there, or null} */
    V absent();

    /** {@return what a manifest should hold, as in "expected ..."} */
    String expected();

    /** Writes a value that is not absent, or throws {@link Unwritable}. */
    void write(V value, Output out);

    /**
     * Tells what becomes of a part of the value.
     *
     * @param name a field's name; for the items of a list, nothing
     * @return the part's type; null if nothing is known of it; {@link PassedOver} if {@link #read} does not look at it
     */
    default @Nullable WireType<?> part(String name) {
        return null;
    }

    /** {@return whether a field of this value is left out} */
    default boolean isAbsent(V value) {
        return Objects.equals(value, absent());
    }
}
