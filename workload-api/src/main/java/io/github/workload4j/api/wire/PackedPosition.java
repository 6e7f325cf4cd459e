package io.github.workload4j.api.wire;

import io.github.workload4j.api.field.Position;

/** A position as one number: every value has one, and an object for each would take more room than the values. */
public final class PackedPosition {

    private PackedPosition() {}

    /** {@return the number for a line and a column, both from 1} */
    public static long of(int line, int column) {
        return (long) line << Integer.SIZE | column;
    }

    /** {@return the number for a position} */
    public static long of(Position position) {
        return of(position.line(), position.column());
    }

    /** {@return the position for a number} */
    public static Position position(long packed) {
        return new Position((int) (packed >> Integer.SIZE), (int) packed);
    }
}
