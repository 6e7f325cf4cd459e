package io.github.workload4j.api.text.yaml;

import io.github.workload4j.api.text.ByteWindow;
import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.wire.Cursor.Declined;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of block YAML, each of them in the window as a whole: where they start, how far they are indented,
 * comments; no tabs.
 */
class YamlLines extends ByteWindow {

    /** The indent of what follows the last line. */
    static final int NONE = -1;

    /** The last line break in the window; every line that starts before it is there as a whole. */
    private int lastBreak;

    int line;

    /** The column of the first token of the line, from 0; {@link #NONE} after the last line. */
    int indent;

    int lineStart;

    /** Whether there was a byte that is not ASCII in what was last looked at. */
    boolean foreign;

    YamlLines(Chunk chunk) {
        super(chunk);
        this.line = chunk.firstLine();
        this.lastBreak = isWhole() ? end : NONE;
        startLine();
        if (isAt("---")) {
            at += 3;
            endLine();
        } else {
            toContent();
        }
    }

    boolean isAt(String word) {
        if (end - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the column at which this stands, from 0, in bytes} */
    int column() {
        return at - lineStart;
    }

    /** {@return the current place, after a key and nothing else was read on its line} */
    long placeHere() {
        int column = foreign ? chunk.characters(offset(lineStart), offset(at)) : column();
        return (long) line << Integer.SIZE | column + 1;
    }

    /** {@return whether a line, or the text, ends here} */
    boolean isEnd(int place) {
        return place >= end || bytes[place] <= '\r' && isLineBreak(place);
    }

    private boolean isLineBreak(int place) {
        return bytes[place] == '\n' || bytes[place] == '\r' && place + 1 < end && bytes[place + 1] == '\n';
    }

    /** {@return whether a dash and a blank stand here} */
    boolean isDash() {
        return at < end && bytes[at] == '-' && (isEnd(at + 1) || bytes[at + 1] == ' ');
    }

    void skipSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    /** Passes what may follow a value on its line, and goes on to the next token. */
    void endLine() {
        skipSpaces();
        if (at < end && bytes[at] == '#') {
            if (bytes[at - 1] != ' ') {
                throw Declined.DECLINED;
            }
            skipComment();
        }
        if (!isEnd(at)) {
            throw Declined.DECLINED;
        }
        if (at < end) {
            nextLine();
        }
        toContent();
    }

    void nextLine() {
        at += bytes[at] == '\r' ? 2 : 1;
        line++;
        startLine();
    }

    /** Makes sure that all of the line that starts here is in the window. */
    private void startLine() {
        if (at > lastBreak) {
            boolean more = true;
            for (lastBreak = NONE; more && lastBreak == NONE; ) {
                int seen = end - at;
                more = slide(at);
                lastBreak = end - 1;
                while (lastBreak >= seen && bytes[lastBreak] != '\n') {
                    lastBreak--;
                }
                lastBreak = lastBreak < seen ? NONE : lastBreak;
            }
            lastBreak = lastBreak == NONE ? end : lastBreak;
        }
        lineStart = at;
    }

    /** {@return the offset of the line on which this stands} */
    long lineOffset() {
        return offset(lineStart);
    }

    /** Goes to the first token of a line, or of a later one. */
    void goToLine(long offset, int number) {
        goTo(offset);
        line = number;
        lastBreak = isWhole() ? end : end == 0 ? NONE : lastBreak;
        startLine();
        toContent();
    }

    /**
     * Goes on from this line to the next one that is indented no further, whatever follows on it; comments are
     * passed. Declines line breaks that others do not count.
     */
    void skipDeeper(int column) {
        while (true) {
            for (; !isEnd(at); at++) {
                requireCounted(at);
            }
            if (at >= end) {
                indent = NONE;
                return;
            }
            nextLine();
            skipSpaces();
            boolean blank = isEnd(at) || bytes[at] == '\t' || bytes[at] == '#';
            if (!blank && column() <= column) {
                at = lineStart;
                toContent();
                return;
            }
        }
    }

    private void requireCounted(int place) {
        byte one = bytes[place];
        int next = place + 1 < end ? bytes[place + 1] & 0xFF : 0;
        int third = place + 2 < end ? bytes[place + 2] & 0xFE : 0;
        boolean nextLine = one == (byte) 0xC2 && next == 0x85;
        boolean separator = one == (byte) 0xE2 && next == 0x80 && third == 0xA8;
        if (one == '\r' || nextLine || separator) {
            throw Declined.DECLINED;
        }
    }

    private void skipComment() {
        int from = at;
        foreign = false;
        for (; !isEnd(at); at++) {
            requirePlain(bytes[at]);
        }
        if (foreign) {
            utf8(from, at); // Declines what is none.
        }
    }

    /** Goes from the start of a line to the first token. */
    void toContent() {
        while (true) {
            skipSpaces();
            if (at >= end) {
                indent = NONE;
                return;
            }
            if (bytes[at] == '#') {
                skipComment();
            } else if (!isEnd(at)) {
                requirePlain(bytes[at]);
                requireCounted(at);
                indent = column();
                if (indent == 0 && (isAt("---") || isAt("..."))) {
                    throw Declined.DECLINED;
                }
                return;
            }
            if (at < end) {
                nextLine();
            }
        }
    }

    void requirePlain(byte one) {
        if (one < 0) {
            foreign = true;
        } else if (one < ' ' || one == 0x7F) {
            throw Declined.DECLINED;
        }
    }

    /** {@return the characters; none is a line break, and every YAML reader accepts each} */
    String utf8(int from, int to) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Declined.DECLINED;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F && c <= 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE) {
                throw Declined.DECLINED;
            }
        }
        return text;
    }
}
