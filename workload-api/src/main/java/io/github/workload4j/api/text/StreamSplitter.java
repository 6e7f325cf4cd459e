package io.github.workload4j.api.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes. */
public final class StreamSplitter implements DocumentSplitter {

    private final InputStream in;
    private final long limit;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int line = 1;
    private boolean ended;

    private StreamSplitter(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Starts a stream; UTF-16 is known by its byte order mark, everything else is UTF-8. */
    public static StreamSplitter of(InputStream in, long limit) throws IOException {
        BufferedInputStream start = new BufferedInputStream(in, 1 << 16);
        start.mark(2);
        int first = start.read();
        int second = start.read();
        start.reset();
        if (isUtf16(first, second)) {
            return new StreamSplitter(new Recoded(new InputStreamReader(start, StandardCharsets.UTF_16)), limit);
        }
        return new StreamSplitter(start, limit);
    }

    /** {@return whether these two bytes at the front are the byte order mark of UTF-16} */
    public static boolean isUtf16(int first, int second) {
        return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
    }

    @Override
    public @Nullable Cut next() throws IOException {
        Chunk chunk = new Chunk(line);
        String badSeparator = null;
        boolean tooLarge = false;
        while (!ended) {
            String after = peekSeparator();
            if (after != null) {
                if (chunk.length() > 0) {
                    if (after.isEmpty()) {
                        skipLine();
                    }
                    break;
                }
                badSeparator = after.isEmpty() ? null : after;
            }
            tooLarge |= !copyLine(chunk);
        }
        if (chunk.length() == 0 && !tooLarge) {
            return null;
        }
        return new Cut(chunk, badSeparator, tooLarge);
    }

    /** {@return null if no separator comes next; nothing if a good one does; else what follows the dashes} */
    private @Nullable String peekSeparator() throws IOException {
        if (!ensure(3) || buffer[from] != '-' || buffer[from + 1] != '-' || buffer[from + 2] != '-') {
            return null;
        }
        int at = 3;
        while (ensure(at + 1) && (buffer[from + at] == ' ' || buffer[from + at] == '\t' || buffer[from + at] == '\r')) {
            at++;
        }
        if (!ensure(at + 1) || buffer[from + at] == '\n' || buffer[from + at] == '#') {
            return "";
        }
        int end = at;
        while (end < at + 40 && ensure(end + 1) && buffer[from + end] != '\n') {
            end++;
        }
        return DocumentSplitter.afterDashes(buffer, from + at, from + end);
    }

    private void skipLine() throws IOException {
        copyLine(null);
    }

    /** Copies up to and with the next line break, and tells whether all of it was within the limit. */
    private boolean copyLine(@Nullable Chunk target) throws IOException {
        boolean fits = true;
        while (ensure(1)) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            boolean complete = end < to;
            end += complete ? 1 : 0;
            if (target != null && target.length() + (end - from) <= limit) {
                target.append(buffer, from, end);
            } else {
                fits = false;
            }
            from = end;
            if (complete) {
                line++;
                ensure(1);
                return fits;
            }
        }
        return fits;
    }

    /** Makes {@code count} bytes available, or tells that the stream ends before. */
    private boolean ensure(int count) throws IOException {
        while (to - from < count) {
            if (ended || count > buffer.length) {
                return false;
            }
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                to -= from;
                from = 0;
            }
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                ended = to == 0;
                return false;
            }
            to += read;
        }
        return true;
    }

    /** Text as UTF-8 bytes. */
    private static final class Recoded extends InputStream {
        private static final Charset UTF_8 = StandardCharsets.UTF_8;
        private final Reader reader;
        private byte[] bytes = {};
        private int at;

        Recoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            if (at == bytes.length) {
                char[] chars = new char[4096];
                int count = reader.read(chars, 0, chars.length - 1);
                if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
                    int low = reader.read();
                    if (low >= 0) {
                        chars[count++] = (char) low;
                    }
                }
                if (count <= 0) {
                    return -1;
                }
                bytes = new String(chars, 0, count).getBytes(UTF_8);
                at = 0;
            }
            return bytes[at++] & 0xFF;
        }
    }
}
