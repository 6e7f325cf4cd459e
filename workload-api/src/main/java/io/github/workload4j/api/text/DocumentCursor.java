package io.github.workload4j.api.text;

import io.github.workload4j.api.wire.Cursor;

/** A cursor over the documents of a chunk. Takes good ones only and declines all else. */
public interface DocumentCursor extends Cursor {

    /** Moves to the next document, if there is one. */
    boolean next();

    /** Requires, after a document, that what follows does not belong to it; declines if it does. */
    void end();

    /** Marks the place before an item. */
    void mark();

    /** Goes back to the mark; declines if it cannot. */
    void back();

    /**
     * Skips the next item without reading it; declines if it cannot tell where the item ends.
     *
     * @return the text of the item
     */
    Chunk nextText();

    /** {@return the line of the stream on which the value starts} */
    int line();
}
