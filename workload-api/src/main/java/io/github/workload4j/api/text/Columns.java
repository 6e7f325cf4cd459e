package io.github.workload4j.api.text;

/**
 * Columns of a chunk's bytes, counted in characters; no part of a line is looked at twice as long as one asks on and
 * on.
 */
public final class Columns {

    private final Chunk chunk;
    private long known;
    private int column = 1;

    public Columns(Chunk chunk) {
        this.chunk = chunk;
    }

    /** {@return the column of a byte, from 1} */
    public int of(long offset) {
        long nearest = known <= offset ? known : 0;
        long start = chunk.lineStart(nearest, offset);
        column = (start == known ? column : 1) + chunk.characters(start, offset);
        known = offset;
        return column;
    }
}
