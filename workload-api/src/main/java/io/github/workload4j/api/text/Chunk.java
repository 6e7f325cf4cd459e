package io.github.workload4j.api.text;

import io.github.workload4j.api.field.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one document, in pieces: a document of 200 MB must not need an array that was once half full beside one
 * that is full.
 */
public final class Chunk {

    private static final int FIRST_PIECE = 1 << 11;
    private static final int PIECE = 1 << 20;
    private static final Piece NO_PIECE = new Piece(new byte[0], 0, 0);

    private final int firstLine;
    private final List<Piece> pieces = new ArrayList<>();
    private long length;

    /** A part of an array. */
    static final class Piece {
        final byte[] bytes;
        final int from;
        private int to;

        Piece(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        int to() {
            return to;
        }

        /** {@return the place of an offset from the piece's start; its nearest end if that is not inside} */
        private int within(long offset) {
            return (int) Math.max(from, Math.min(to, from + offset));
        }
    }

    public Chunk(int firstLine) {
        this.firstLine = firstLine;
    }

    /** {@return the line of the stream on which the chunk starts} */
    public int firstLine() {
        return firstLine;
    }

    public long length() {
        return length;
    }

    /** Makes a chunk of a part of an array, which is not copied. */
    static Chunk of(int firstLine, byte[] bytes, int from, int to) {
        Chunk chunk = new Chunk(firstLine);
        chunk.length = to - from;
        chunk.pieces.add(new Piece(bytes, from, to));
        return chunk;
    }

    /** Appends a copy of these bytes. */
    void append(byte[] bytes, int from, int to) {
        length += to - from;
        while (from < to) {
            Piece last = pieces.isEmpty() ? NO_PIECE : pieces.get(pieces.size() - 1);
            if (last.to == last.bytes.length) {
                last = new Piece(new byte[(int) Math.min(PIECE, Math.max(FIRST_PIECE, length - (to - from)))], 0, 0);
                pieces.add(last);
            }
            int count = Math.min(to - from, last.bytes.length - last.to);
            System.arraycopy(bytes, from, last.bytes, last.to, count);
            last.to += count;
            from += count;
        }
    }

    /** {@return the bytes, a byte order mark at the front left out, if they stand in one array; else null} */
    @Nullable
    Piece whole() {
        if (pieces.size() != 1) {
            return null;
        }
        Piece piece = pieces.get(0);
        return new Piece(piece.bytes, piece.from + mark(), piece.to);
    }

    private boolean startsWithMark() {
        return length >= 3 && at(0) == (byte) 0xEF && at(1) == (byte) 0xBB && at(2) == (byte) 0xBF;
    }

    /** {@return how many bytes before the text do not belong to it} */
    private int mark() {
        return startsWithMark() ? 3 : 0;
    }

    /** {@return the bytes, a byte order mark at the front left out} */
    public InputStream open() {
        return open(0);
    }

    /** {@return the bytes from an offset on, which counts from the end of a byte order mark} */
    public InputStream open(long offset) {
        Bytes bytes = new Bytes();
        bytes.pass(mark() + offset);
        return bytes;
    }

    /** {@return some lines, between two offsets, as a chunk of its own; they are not copied} */
    public Chunk part(int line, long from, long to) {
        Chunk part = new Chunk(line);
        part.length = to - from;
        long before = -mark();
        for (Piece piece : pieces) {
            int first = piece.within(from - before);
            int last = piece.within(to - before);
            if (first < last) {
                part.pieces.add(new Piece(piece.bytes, first, last));
            }
            before += piece.to - piece.from;
        }
        return part;
    }

    /** {@return the offset after the last line break between two offsets, or the first of them} */
    long lineStart(long from, long to) {
        long before = length - mark();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            before -= piece.to - piece.from;
            int first = piece.within(from - before);
            for (int at = piece.within(to - before) - 1; at >= first; at--) {
                if (piece.bytes[at] == '\n') {
                    return before + at + 1 - piece.from;
                }
            }
        }
        return from;
    }

    /** {@return how many characters start between two offsets} */
    public int characters(long from, long to) {
        int count = 0;
        long before = -mark();
        for (Piece piece : pieces) {
            int last = piece.within(to - before);
            for (int at = piece.within(from - before); at < last; at++) {
                count += (piece.bytes[at] & 0xC0) == 0x80 ? 0 : 1;
            }
            before += piece.to - piece.from;
        }
        return count;
    }

    /** {@return the chunk with a blank in place of the character at each of these places} */
    public Chunk withBlanks(Set<Position> places) {
        Chunk blanked = new Chunk(firstLine);
        int line = firstLine;
        int column = 0;
        try (InputStream in = open()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                column += (next & 0xC0) == 0x80 ? 0 : 1;
                boolean blank = next == '\t' && places.contains(new Position(line, column));
                blanked.append(new byte[] {(byte) (blank ? ' ' : next)}, 0, 1);
                if (next == '\n') {
                    line++;
                    column = 0;
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return blanked;
    }

    /** {@return whether every byte is a character of ASCII, none of them zero} */
    public boolean isAscii() {
        for (Piece piece : pieces) {
            for (int at = piece.from; at < piece.to; at++) {
                if (piece.bytes[at] <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return the text; malformed UTF-8 ends it with a {@link CharacterCodingException}} */
    public Reader reader() {
        return new InputStreamReader(open(), strictDecoder());
    }

    private static CharsetDecoder strictDecoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** {@return the first byte that is not blank, or -1} */
    public int firstByte() {
        try (InputStream in = open()) {
            int next = in.read();
            while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
                next = in.read();
            }
            return next;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return where the first byte is that is not UTF-8; the chunk's start if there is none} */
    public Position malformed() {
        byte[] line = new byte[256];
        int size = 0;
        int number = firstLine;
        try (InputStream in = open()) {
            for (int next = in.read(); ; next = in.read()) {
                if (next >= 0 && next != '\n') {
                    line = size == line.length ? Arrays.copyOf(line, size * 2) : line;
                    line[size++] = (byte) next;
                    continue;
                }
                ByteBuffer bytes = ByteBuffer.wrap(line, 0, size);
                CharBuffer chars = CharBuffer.allocate(size + 1);
                CoderResult result = strictDecoder().decode(bytes, chars, true);
                if (result.isError()) {
                    chars.flip();
                    return new Position(number, (int) chars.codePoints().count() + 1);
                }
                if (next < 0) {
                    return new Position(firstLine, 1);
                }
                size = 0;
                number++;
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte at(int position) {
        return pieces.get(0).bytes[pieces.get(0).from + position];
    }

    private final class Bytes extends InputStream {
        private int next;
        private Piece piece = NO_PIECE;
        private int at;

        void pass(long count) {
            for (long left = count; left > 0 && !atEnd(); ) {
                int passed = (int) Math.min(left, piece.to - at);
                at += passed;
                left -= passed;
            }
        }

        private boolean atEnd() {
            while (at == piece.to && next < pieces.size()) {
                piece = pieces.get(next++);
                at = piece.from;
            }
            return at == piece.to;
        }

        @Override
        public int read() {
            return atEnd() ? -1 : piece.bytes[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int size) {
            if (size == 0) {
                return 0;
            }
            if (atEnd()) {
                return -1;
            }
            int count = Math.min(size, piece.to - at);
            System.arraycopy(piece.bytes, at, target, from, count);
            at += count;
            return count;
        }
    }
}
