package io.github.workload4j.api.text.json;

import io.github.workload4j.api.text.ByteWindow;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.wire.Cursor.Declined;
import io.github.workload4j.api.wire.Interner;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Blanks, texts, numbers and words of JSON in an array of bytes, or in a window that moves over several; looks at eight
 * bytes at a time where it can. Declines what is none of them.
 */
class JsonScanner extends ByteWindow {

    static final int END = -1;
    private static final int LONGEST_NUMBER = 1000;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long BLANKS = ' ' * ONES;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    final Interner interner;

    /** The line at which this stands. */
    int line;

    /** What must stay when the window moves on: the start of the text or number. */
    private int start;

    private int stop;
    private boolean escaped;
    private boolean foreign;
    private boolean numbered;

    JsonScanner(Chunk chunk, Interner interner) {
        super(chunk);
        this.interner = interner;
        this.line = chunk.firstLine();
    }

    /** Makes a byte available at {@link #at}, if there is one; keeps what is from {@link #start} on. */
    private boolean refill() {
        if (isWhole()) {
            return false;
        }
        int first = start;
        start = 0;
        return slide(first);
    }

    /** {@return the next byte that is not blank, where this then stands; {@link #END} if there is none} */
    int skipBlanks() {
        while (true) {
            while (at < end) {
                int next = bytes[at];
                if (next > ' ') {
                    return next;
                }
                if (next == '\n') {
                    line++;
                } else if (next == '\r') {
                    requireLineBreak();
                } else if (next != ' ' && next != '\t') {
                    throw Declined.DECLINED;
                }
                at++;
                while (at + Long.BYTES <= end && (long) LONGS.get(bytes, at) == BLANKS) {
                    at += Long.BYTES;
                }
            }
            start = at;
            if (!refill()) {
                return END;
            }
        }
    }

    /** A carriage return alone is a line break to Jackson, and to nobody else. */
    private void requireLineBreak() {
        start = at;
        at++;
        if (peek() != '\n') {
            throw Declined.DECLINED;
        }
        at--;
    }

    int read() {
        if (at == end && !refill()) {
            throw Declined.DECLINED;
        }
        return bytes[at++];
    }

    void literal(String word) {
        start = at;
        for (int i = 0; i < word.length(); i++) {
            if (read() != word.charAt(i)) {
                throw Declined.DECLINED;
            }
        }
    }

    /**
     * Reads a number and tells whether it is written as a whole one. What follows it is looked at with the next
     * token.
     */
    boolean number(int first) {
        start = at;
        boolean whole = true;
        escaped = false;
        foreign = false;
        if (first == '-') {
            at++;
        }
        int digits = digits();
        boolean zeroInFront = digits > 1 && bytes[at - digits] == '0';
        if (digits == 0 || zeroInFront) {
            throw Declined.DECLINED;
        }
        if (peek() == '.') {
            at++;
            whole = false;
            requireDigits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            whole = false;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            requireDigits();
        }
        stop = at;
        if (stop - start > LONGEST_NUMBER) {
            throw Declined.DECLINED;
        }
        return whole;
    }

    int peek() {
        return at < end || refill() ? bytes[at] : END;
    }

    private int digits() {
        int count = 0;
        while (peek() >= '0' && peek() <= '9') {
            at++;
            count++;
        }
        return count;
    }

    private void requireDigits() {
        if (digits() == 0) {
            throw Declined.DECLINED;
        }
    }

    /** Reads a string after its opening quote. */
    void string() {
        start = at;
        escaped = false;
        numbered = false;
        foreign = false;
        while (true) {
            skipPlain();
            int next = read();
            if (next == '"') {
                stop = at - 1;
                break;
            }
            if (next == '\\') {
                escape();
            } else if (next < 0) {
                foreign = true;
            } else if (next < ' ') {
                throw Declined.DECLINED;
            }
        }
        if (foreign) {
            utf8(); // Declines what is none.
        }
    }

    /**
     * {@return a text in which each half of a surrogate pair, which JSON can escape by its number, is the replacement
     * character, as the API server reads it}
     */
    static String whole(String text) {
        StringBuilder whole = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                whole = whole == null ? new StringBuilder(text) : whole;
                whole.setCharAt(i, '\uFFFD');
            }
        }
        return whole == null ? text : whole.toString();
    }

    /**
     * Goes on, eight bytes at a time, to where there is one that is not a plain character of ASCII; not always all the
     * way.
     */
    private void skipPlain() {
        byte[] from = bytes;
        int to = end - Long.BYTES;
        int i = at;
        while (i <= to) {
            long eight = (long) LONGS.get(from, i);
            long quote = eight ^ '"' * ONES;
            long backslash = eight ^ '\\' * ONES;
            long found = ((quote - ONES) & ~quote | (backslash - ONES) & ~backslash | (eight - BLANKS) & ~eight | eight)
                    & HIGH;
            if (found != 0) {
                i += Long.numberOfTrailingZeros(found) >>> 3;
                break;
            }
            i += Long.BYTES;
        }
        at = i;
    }

    private void escape() {
        escaped = true;
        int escape = read();
        if (escape == 'u') {
            numbered = true;
            for (int i = 0; i < 4; i++) {
                if (Character.digit(read(), 16) < 0) {
                    throw Declined.DECLINED;
                }
            }
        } else if ("\"\\/bfnrt".indexOf(escape) < 0) {
            throw Declined.DECLINED;
        }
    }

    private String utf8() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, stop - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Declined.DECLINED;
        }
    }

    /** {@return what a text means} */
    private String unescaped(String raw) {
        if (!escaped) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            switch (escape) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    /** {@return whether a character of the text last read is escaped by its number} */
    boolean isNumbered() {
        return numbered;
    }

    /** {@return the text or number last read} */
    String token() {
        if (!escaped && !foreign) {
            return interner.text(bytes, start, stop - start);
        }
        String text = unescaped(foreign ? utf8() : new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1));
        return interner.text(numbered ? whole(text) : text);
    }
}
