package io.github.workload4j.api.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into documents at lines that begin with {@code ---}, as the reference reader cuts it: behind the dashes there may be blanks
 * and a comment, nothing else. A separator before which there is nothing belongs to the document it opens.
 */
public interface DocumentSplitter {

    /**
     * A document's bytes, or what kept them from being one.
     *
     * @param chunk the bytes
     * @param badSeparator text behind the dashes of the separator that opens the chunk, or null if there is none
     * @param tooLarge whether there are more bytes than the limit; some may be left out
     */
    record Cut(Chunk chunk, @Nullable String badSeparator, boolean tooLarge) {}

    /** {@return the next document, or null at the end} */
    @Nullable
    Cut next() throws IOException;
}
