package io.github.workload4j.api.field;

import static java.util.Objects.requireNonNull;

/**
 * A place in a text.
 *
 * @param line line from 1, counted over the whole stream
 * @param column column from 1, counted in characters (code points)
 */
public record Position(int line, int column) implements Comparable<Position> {

    /** Checks ranges. */
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("position: " + line + ":" + column + " (expected: 1 or more)");
        }
    }

    @Override
    public int compareTo(Position other) {
        requireNonNull(other, "other");
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** {@return {@code line:column}} */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
