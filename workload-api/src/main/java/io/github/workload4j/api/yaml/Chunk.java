package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
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

/**
 * The bytes of one document, in pieces: a document of 200 MB must not need an array that was once half full beside one that is full.
 */
final class Chunk {

    private static final int FIRST_PIECE = 1 << 11;
    private static final int PIECE = 1 << 20;

    private final int firstLine;
    private final List<byte[]> pieces = new ArrayList<>();
    private long length;
    private int used;

    Chunk(int firstLine) {
        this.firstLine = firstLine;
    }

    /** {@return the line of the stream on which the chunk starts} */
    int firstLine() {
        return firstLine;
    }

    long length() {
        return length;
    }

    void append(byte[] bytes, int from, int to) {
        length += to - from;
        while (from < to) {
            if (pieces.isEmpty() || used == pieces.get(pieces.size() - 1).length) {
                pieces.add(new byte[pieces.isEmpty() ? FIRST_PIECE : PIECE]);
                used = 0;
            }
            byte[] piece = pieces.get(pieces.size() - 1);
            int count = Math.min(to - from, piece.length - used);
            System.arraycopy(bytes, from, piece, used, count);
            used += count;
            from += count;
        }
    }

    /** {@return the bytes, a byte order mark at the front left out} */
    InputStream open() {
        InputStream in = new Bytes();
        if (length >= 3 && at(0) == (byte) 0xEF && at(1) == (byte) 0xBB && at(2) == (byte) 0xBF) {
            try {
                in.skipNBytes(3);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return in;
    }

    /** {@return the chunk with a blank in place of the character at each of these places} */
    Chunk withBlanks(Set<Position> places) {
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

    /** {@return Jackson's parser of the bytes, which takes them for UTF-8} */
    JsonParser parser(JsonFactory factory) throws IOException {
        return factory.createParser(open());
    }

    /** {@return whether the bytes are UTF-8, none of them zero} */
    boolean isUtf8() {
        if (isAscii()) {
            return true;
        }
        char[] chars = new char[1 << 12];
        try (Reader reader = reader()) {
            for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
                for (int i = 0; i < count; i++) {
                    if (chars[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return whether every byte is a character of ASCII, none of them zero} */
    boolean isAscii() {
        for (int i = 0; i < pieces.size(); i++) {
            byte[] piece = pieces.get(i);
            int end = i == pieces.size() - 1 ? used : piece.length;
            for (int at = 0; at < end; at++) {
                if (piece[at] <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return the text; malformed UTF-8 ends it with a {@link CharacterCodingException}} */
    Reader reader() {
        return new InputStreamReader(open(), strictDecoder());
    }

    private static CharsetDecoder strictDecoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** {@return the first byte that is not blank, or -1} */
    int firstByte() {
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
    Position malformed() {
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

    /** {@return a line of the stream without its line break, or nothing if it is not in this chunk} */
    String line(int number) {
        if (number < firstLine) {
            return "";
        }
        byte[] line = new byte[256];
        int size = 0;
        int at = firstLine;
        try (InputStream in = open()) {
            for (int next = in.read(); next >= 0 && at <= number; next = in.read()) {
                if (next == '\n') {
                    at++;
                } else if (at == number) {
                    line = size == line.length ? Arrays.copyOf(line, size * 2) : line;
                    line[size++] = (byte) next;
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        size -= size > 0 && line[size - 1] == '\r' ? 1 : 0;
        return new String(line, 0, size, StandardCharsets.UTF_8);
    }

    private byte at(int position) {
        return pieces.get(0)[position];
    }

    private final class Bytes extends InputStream {
        private int piece;
        private int at;

        private boolean atEnd() {
            if (piece < pieces.size() && at == pieces.get(piece).length) {
                piece++;
                at = 0;
            }
            return piece >= pieces.size() || piece == pieces.size() - 1 && at >= used;
        }

        @Override
        public int read() {
            return atEnd() ? -1 : pieces.get(piece)[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int size) {
            if (size == 0) {
                return 0;
            }
            if (atEnd()) {
                return -1;
            }
            int available = (piece == pieces.size() - 1 ? used : pieces.get(piece).length) - at;
            int count = Math.min(size, available);
            System.arraycopy(pieces.get(piece), at, target, from, count);
            at += count;
            return count;
        }
    }
}
