package io.github.workload4j.api.text;

import io.github.workload4j.api.wire.Cursor;

/** The tokens of a chunk's documents, as a parser finds them: good ones only, all else is declined. */
public interface DocumentCursor extends Cursor {

    /** Goes on to the next document, if there is one. */
    boolean next();

    /** Makes sure, behind a document, that what follows does not belong to it; declines if it does. */
    void end();

    /** Remembers where this stands, in front of an item. */
    void mark();

    /** Goes back to where this stood when it was last marked; declines if it cannot. */
    void back();

    /**
     * Goes over the item that comes next without reading it; declines if it cannot tell where that ends.
     *
     * @return the item's text, to be read by someone who reads all
     */
    Chunk nextText();

    /** {@return the line of the stream on which the value starts} */
    int line();
}
