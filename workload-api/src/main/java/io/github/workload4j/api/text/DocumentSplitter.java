package io.github.workload4j.api.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into documents at lines that begin with {@code ---}, as the reference reader does: only blanks and a
 * comment may follow the dashes. A separator with nothing before it belongs to the document it opens.
 */
public interface DocumentSplitter {

    /**
     * A document's bytes, or what kept them from being one.
     *
     * @param chunk the bytes
     * @param badSeparator text after the dashes of the separator that opens the chunk, or null if there is none
     * @param tooLarge whether there are more bytes than the limit; some may be left out
     */
    record Cut(Chunk chunk, @Nullable String badSeparator, boolean tooLarge) {}

    /** {@return the next document, or null at the end} */
    @Nullable
    Cut next() throws IOException;

    /** {@return bytes that follow the dashes of a separator, without blanks around them, as far as they are more} */
    static String afterDashes(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.isBlank() ? text : text.strip();
    }
}
