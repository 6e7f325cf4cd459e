package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.text.ArraySplitter;
import io.github.workload4j.api.text.DocumentSplitter;
import io.github.workload4j.api.text.StreamSplitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads streams of manifests: YAML or JSON, any mixture of kinds and versions, {@code List}s opened.
 *
 * <p>A stream is cut into documents at lines that begin with {@code ---}; a document that starts with <code>{</code>
 * and is JSON is read as JSON. Each document comes out as a {@link Document}, in order; a bad one does not hide the
 * next. All faults of a document are found in one pass. Plain text means what it means to the reference reader (YAML
 * 1.1: {@code on} is a boolean), but a value is never converted: a number where text belongs is a fault whose hint says
 * to quote it.
 *
 * <p>Workload, PodGroup, CompositePodGroup, PriorityClass and a Job's {@code spec.scheduling} are read in full. Of
 * other kinds only what scheduling reads is kept, and the rest is passed over: Node, Pod, Namespace,
 * PodDisruptionBudget, the rest of a Job, and objects about volumes and devices. What is passed over in nodes, pods and
 * objects about volumes and devices must be a field of Kubernetes 1.35 to 1.38; any other is an unknown field. Objects
 * of other APIs are {@link Skipped}.
 *
 * <p>A good document is read in one pass. Places are found when they are asked for: the text is read again, which costs
 * as much as the first time. A list whose places are asked for in order is read again once. Parts that pods of one
 * template have in common, letter for letter, come out as the same values.
 *
 * <p>Memory is bounded by one document; for a {@code List} by its text and one item. All items are held at once if only
 * the list says their kind, and says it after them. JSON documents without a {@code ---} between them are held
 * together. A {@link Document} that the caller keeps holds the text around it. No input causes an exception that is not
 * documented, or takes more memory than the {@link Limits} allow.
 */
public final class ManifestReader {

    private static final ManifestReader STRICT = new ManifestReader(true, Limits.DEFAULT);
    private static final ManifestReader LENIENT = new ManifestReader(false, Limits.DEFAULT);

    private final boolean strict;
    private final Limits limits;

    private ManifestReader(boolean strict, Limits limits) {
        this.strict = strict;
        this.limits = limits;
    }

    /** {@return a reader that refuses documents with unknown or duplicate fields, as {@code kubectl} does} */
    public static ManifestReader strict() {
        return STRICT;
    }

    /**
     * {@return a reader that drops unknown fields, lets the last of duplicates win, and says so in {@link
     * Decoded#warnings()}}
     */
    public static ManifestReader lenient() {
        return LENIENT;
    }

    /** {@return this reader with other limits} */
    public ManifestReader withLimits(Limits limits) {
        return new ManifestReader(strict, requireNonNull(limits, "limits"));
    }

    /** {@return the documents of a text; half of a surrogate pair is a fault of its document} */
    public List<Document> read(String text) {
        requireNonNull(text, "text");
        return read(utf8(text));
    }

    /** Encodes half of a surrogate pair as a byte that is no UTF-8, where Java would write a question mark. */
    private static byte[] utf8(String text) {
        ByteArrayOutputStream bytes = null;
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            bytes = bytes == null ? new ByteArrayOutputStream(text.length()) : bytes;
            bytes.writeBytes(text.substring(done, i).getBytes(StandardCharsets.UTF_8));
            bytes.write(0xFF);
            done = i + 1;
        }
        if (bytes == null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        bytes.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /**
     * {@return the documents of a text in UTF-8, or in UTF-16 with a byte order mark; see {@link #read(byte[],
     * Consumer)}}
     */
    public List<Document> read(byte[] bytes) {
        List<Document> documents = new ArrayList<>();
        read(bytes, documents::add);
        return documents;
    }

    /**
     * Reads a text in UTF-8, or in UTF-16 with a byte order mark, handing out each document as soon as it is read.
     *
     * <p>UTF-8 is not copied: a list of 200 MB costs no more than its objects. The documents look into the array when
     * they are asked for places and lines, so it must not be changed as long as they are in use.
     */
    public void read(byte[] bytes, Consumer<? super Document> sink) {
        boolean utf16 =
                requireNonNull(bytes, "bytes").length > 1 && StreamSplitter.isUtf16(bytes[0] & 0xFF, bytes[1] & 0xFF);
        try {
            read(
                    utf16
                            ? StreamSplitter.of(new ByteArrayInputStream(bytes), limits.documentBytes())
                            : new ArraySplitter(bytes, limits.documentBytes()),
                    sink);
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
    }

    /**
     * Reads a stream to its end, handing out each document as soon as it is read. The stream is not closed.
     *
     * @throws IOException if the stream cannot be read
     */
    public void read(InputStream in, Consumer<? super Document> sink) throws IOException {
        read(StreamSplitter.of(requireNonNull(in, "in"), limits.documentBytes()), sink);
    }

    private void read(DocumentSplitter cuts, Consumer<? super Document> sink) throws IOException {
        DocumentReader binder = new DocumentReader(strict, limits, requireNonNull(sink, "sink"));
        for (DocumentSplitter.Cut cut = cuts.next(); cut != null; cut = cuts.next()) {
            binder.read(cut);
        }
    }
}
