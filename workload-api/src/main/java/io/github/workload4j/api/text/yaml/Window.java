package io.github.workload4j.api.text.yaml;

import io.github.workload4j.api.text.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A chunk's characters as SnakeYAML's scanner asks for them, decoded from UTF-8 as it goes.
 *
 * <p>SnakeYAML's own reader copies what it has not yet used once for each thousand characters it reads ahead, so that a
 * scalar of five million takes minutes; this one takes time linear in the size, and memory in proportion to the longest
 * token.
 */
final class Window extends StreamReader {

    private static final int[] NO_SNIPPET = {};
    private static final int STEP = 1 << 12;
    private static final int MOST_BYTES = 1 << 9;
    private static final int MOST_AT_FIRST = 1 << 9;
    private static final String[] SHORT = new String[128];

    static {
        for (char c = 0; c < SHORT.length; c++) {
            SHORT[c] = String.valueOf(c);
        }
    }

    private final InputStream in;
    private final byte[] bytes;
    private int from;
    private int to;
    private int[] data;
    private int length;
    private int pointer;
    private boolean ended;
    private int index;
    private int documentIndex;
    private int line;
    private int column;
    private Mark mark = new Mark("", 0, 0, 0, NO_SNIPPET, 0);

    Window(Chunk chunk) {
        super(new StringReader(""));
        this.in = chunk.open();
        this.bytes = new byte[(int) Math.min(chunk.length() + 1, MOST_BYTES)];
        this.data = new int[(int) Math.min(chunk.length() + 1, MOST_AT_FIRST)];
    }

    /** Bytes that are no UTF-8. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed() {
            super("not UTF-8", null, false, false);
        }
    }

    /** {@return whether there is a character that many places on} */
    private boolean has(int ahead) {
        return pointer + ahead < length || fill(ahead);
    }

    private boolean fill(int ahead) {
        while (!ended && pointer + ahead >= length) {
            if (length == data.length) {
                makeRoom();
            }
            decode();
        }
        return pointer + ahead < length;
    }

    /** Forgets what was used; doubles the room if that is not at least half of it. */
    private void makeRoom() {
        int unused = length - pointer;
        int[] room = unused > data.length / 2 ? new int[2 * data.length] : data;
        System.arraycopy(data, pointer, room, 0, unused);
        data = room;
        length = unused;
        pointer = 0;
    }

    private void decode() {
        int first = read();
        while (first >= 0) {
            int character = first < 0x80 ? first : decoded(first);
            if (!isPrintable(character)) {
                throw new ReaderException(
                        "", index + length - pointer, character, "special characters are not allowed");
            }
            data[length++] = character;
            if (length == data.length || from == to && length > pointer + STEP / 2) {
                return;
            }
            first = read();
        }
        ended = true;
    }

    private int decoded(int first) {
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        int character = first & 0x3F >> more;
        for (int i = 0; i < more; i++) {
            int next = read();
            if (next < 0x80 || next > 0xBF) {
                throw new Malformed();
            }
            character = character << 6 | next & 0x3F;
        }
        boolean shortest = character >= (more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000);
        boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
        if (first < 0xC2 || first > 0xF4 || !shortest || surrogate || character > Character.MAX_CODE_POINT) {
            throw new Malformed();
        }
        return character;
    }

    private int read() {
        if (from == to) {
            try {
                from = 0;
                to = Math.max(0, in.read(bytes, 0, bytes.length));
            } catch (IOException e) {
                throw new AssertionError("reading from memory", e);
            }
            if (to == 0) {
                return -1;
            }
        }
        return bytes[from++] & 0xFF;
    }

    @Override
    public int peek() {
        return pointer < length || fill(0) ? data[pointer] : 0;
    }

    @Override
    public int peek(int ahead) {
        return has(ahead) ? data[pointer + ahead] : 0;
    }

    @Override
    public String prefix(int size) {
        has(size);
        if (size == 1 && pointer < length && data[pointer] < SHORT.length) {
            return SHORT[data[pointer]];
        }
        return new String(data, pointer, Math.min(size, length - pointer));
    }

    /** What is passed is on one line. */
    @Override
    public String prefixForward(int size) {
        String prefix = prefix(size);
        pointer += size;
        index += size;
        documentIndex += size;
        column += size;
        return prefix;
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int size) {
        for (int i = 0; i < size && has(0); i++) {
            int character = data[pointer++];
            index++;
            documentIndex++;
            if (isLineBreak(character) || character == '\r' && has(0) && data[pointer] != '\n') {
                line++;
                column = 0;
            } else if (character != 0xFEFF) {
                column++;
            }
        }
    }

    /** What the scanner takes for the end of a line, as YAML 1.1 does. */
    private static boolean isLineBreak(int character) {
        return character == '\n' || character == 0x85 || character == 0x2028 || character == 0x2029;
    }

    /** The scanner asks several times at most places. */
    @Override
    public Mark getMark() {
        if (mark.getIndex() != index) {
            mark = new Mark("", index, line, column, NO_SNIPPET, 0);
        }
        return mark;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getDocumentIndex() {
        return documentIndex;
    }

    @Override
    public void resetDocumentIndex() {
        documentIndex = 0;
    }
}
