package io.github.workload4j.api.yaml;

import io.github.workload4j.api.yaml.Tokens.Declined;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines, keys and scalars of block YAML in an array of bytes, or in a window that moves over several: no tabs, one line for each scalar but
 * for literal blocks. Declines what is none of them.
 */
class YamlLines extends ByteWindow {

    /** The indent of what follows the last line. */
    static final int NONE = -1;

    private static final int LONGEST_KEY = 1000;
    private static final boolean[] STARTS_PLAIN = new boolean[128];

    static {
        for (char c = '!'; c < 0x7F; c++) {
            STARTS_PLAIN[c] = "-?:,[]{}#&*!|>'\"%@`".indexOf(c) < 0;
        }
    }

    final Known known;

    /** The last line break in the window; every line that starts in front of it is there as a whole. */
    private int lastBreak;

    int line;

    /** The column of the first token of the line, from 0; {@link #NONE} behind the last line. */
    int indent;

    private int lineStart;

    /** Whether there was a byte that is not ASCII in what was last looked at. */
    private boolean foreign;

    YamlLines(Chunk chunk, Known known) {
        super(chunk);
        this.known = known;
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

    private boolean isAt(String word) {
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

    /** {@return where this stands, on a line of which no more than a key was read} */
    long placeHere() {
        int column = foreign ? chunk.characters(offset(lineStart), offset(at)) : column();
        return (long) line << Integer.SIZE | column + 1;
    }

    /** {@return whether a line, or the text, ends here} */
    boolean isEnd(int place) {
        return place >= end || bytes[place] == '\n';
    }

    /** {@return whether a dash with a blank behind it stands here} */
    boolean isDash() {
        return at < end && bytes[at] == '-' && (isEnd(at + 1) || bytes[at + 1] == ' ');
    }

    void skipSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    /** Passes what may stand behind a value on its line, and goes on to the next token. */
    void endLine() {
        int from = at;
        skipSpaces();
        if (at < end && bytes[at] == '#') {
            if (at == from) {
                throw Declined.DECLINED;
            }
            skipComment();
        }
        if (at < end) {
            if (bytes[at] != '\n') {
                throw Declined.DECLINED;
            }
            nextLine();
        }
        toContent();
    }

    private void nextLine() {
        at++;
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

    /** Goes to the first token of a line, or of one behind it. */
    void goToLine(long offset, int number) {
        goTo(offset);
        line = number;
        lastBreak = isWhole() ? end : end == 0 ? NONE : lastBreak;
        startLine();
        toContent();
    }

    /**
     * Goes on, behind this line, to the next one that is indented no further, however that goes on; comments are passed. Declines line breaks
     * that others do not count.
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
            boolean blank = isEnd(at) || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '#';
            if (!blank && column() <= column) {
                at = lineStart;
                toContent();
                return;
            }
        }
    }

    private void requireCounted(int place) {
        byte one = bytes[place];
        boolean alone = one == '\r' && !(place + 1 < end && bytes[place + 1] == '\n');
        if (alone || one == (byte) 0xC2 && bytes[place + 1] == (byte) 0x85 || one == (byte) 0xE2 && isBreak(place)) {
            throw Declined.DECLINED;
        }
    }

    private boolean isBreak(int place) {
        return place + 2 < end && bytes[place + 1] == (byte) 0x80 && (bytes[place + 2] & 0xFE) == 0xA8;
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
    private void toContent() {
        while (true) {
            skipSpaces();
            if (at >= end) {
                indent = NONE;
                return;
            }
            if (bytes[at] == '#') {
                skipComment();
            } else if (bytes[at] != '\n') {
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

    private void requirePlain(byte one) {
        if (one < 0) {
            foreign = true;
        } else if (one < ' ' || one == 0x7F) {
            throw Declined.DECLINED;
        }
    }

    private String text(int from, int to) {
        return foreign ? known.text(utf8(from, to)) : known.text(bytes, from, to - from);
    }

    /** {@return the characters, all of which are characters to every reader and break no line} */
    private String utf8(int from, int to) {
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

    /** {@return the name of a field, behind whose colon this then stands; null if there is none here, and this stays} */
    @Nullable
    String key() {
        int from = at;
        foreign = false;
        byte first = bytes[at];
        String name;
        if (first == '"' || first == '\'') {
            name = quoted();
            if (at >= end || bytes[at] != ':' || !isBlank(at + 1)) {
                at = from;
                return null;
            }
            at++;
        } else {
            int colon = colon();
            if (colon < 0) {
                return null;
            }
            requireStart(first, colon - from);
            int last = colon;
            while (bytes[last - 1] == ' ') {
                last--;
            }
            name = text(from, last);
            at = colon + 1;
            if (name.equals("<<") || YamlScalars.maybeNoText(name) && !isText(name)) {
                throw Declined.DECLINED;
            }
        }
        if (at - from > LONGEST_KEY) {
            throw Declined.DECLINED;
        }
        return name;
    }

    private static boolean isText(String plain) {
        return plain(plain).type() == Tree.Type.TEXT;
    }

    /** {@return what text without quotes means} */
    static Tree.Scalar plain(String text) {
        try {
            return YamlScalars.plain(text, 1L << 32 | 1);
        } catch (SyntaxFault e) {
            throw Declined.DECLINED;
        }
    }

    private boolean isBlank(int place) {
        return isEnd(place) || bytes[place] == ' ';
    }

    private void requireStart(byte first, int length) {
        boolean allowed = first < 0 || first == '-' && length > 1 && bytes[at + 1] != ' ' && !isAt("---");
        if (!allowed && !STARTS_PLAIN[first]) {
            throw Declined.DECLINED;
        }
    }

    /** {@return where on the line the first colon stands that ends a key, or -1} */
    private int colon() {
        for (int i = at; !isEnd(i); i++) {
            byte one = bytes[i];
            if (one == ':' && isBlank(i + 1)) {
                return i == at ? -1 : i;
            }
            if (one == '#' && i > at && bytes[i - 1] == ' ') {
                return -1;
            }
            requirePlain(one);
        }
        return -1;
    }

    /** {@return the text without quotes that starts here, to the end of the line or a comment} */
    String plainText() {
        int from = at;
        int last = at;
        foreign = false;
        for (; !isEnd(at); at++) {
            byte one = bytes[at];
            if (one == '#' && bytes[at - 1] == ' ' && at > from) {
                break;
            }
            if (one == ':' && isBlank(at + 1)) {
                throw Declined.DECLINED;
            }
            requirePlain(one);
            last = one == ' ' ? last : at + 1;
        }
        at = from;
        requireStart(bytes[from], last - from);
        at = last;
        return text(from, last);
    }

    /** {@return the text in quotes that starts here and ends on the same line} */
    String quoted() {
        byte quote = bytes[at++];
        int from = at;
        boolean changed = false;
        foreign = false;
        while (true) {
            if (isEnd(at)) {
                throw Declined.DECLINED;
            }
            byte one = bytes[at];
            requirePlain(one);
            if (one == '\\' && quote == '"') {
                changed = true;
                at++;
                if (isEnd(at) || "\"\\/nt".indexOf(bytes[at]) < 0) {
                    throw Declined.DECLINED;
                }
            } else if (one == quote) {
                boolean twice = quote == '\'' && at + 1 < end && bytes[at + 1] == quote;
                if (!twice) {
                    break;
                }
                changed = true;
                at++;
            }
            at++;
        }
        int to = at++;
        return changed ? unescaped(text(from, to), quote) : text(from, to);
    }

    private String unescaped(String raw, byte quote) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (quote == '\'') {
                i += c == '\'' ? 1 : 0;
            } else if (c == '\\') {
                c = raw.charAt(++i);
                c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
            }
            text.append(c);
        }
        return known.text(text.toString());
    }

    /**
     * {@return the text of a literal block, whose bar stands here}
     *
     * @param around the indent of what is around it
     */
    String literal(int around) {
        at++;
        char chomp = at < end && (bytes[at] == '-' || bytes[at] == '+') ? (char) bytes[at++] : ' ';
        skipSpaces();
        if (at >= end || bytes[at] != '\n') {
            throw Declined.DECLINED;
        }
        nextLine();
        StringBuilder text = new StringBuilder();
        int margin = -1;
        int blankLines = 0;
        int longestBlank = 0;
        while (at < end) {
            skipSpaces();
            int column = column();
            if (isEnd(at)) {
                if (at >= end) {
                    throw Declined.DECLINED;
                }
                if (margin >= 0 && column > margin) {
                    newLines(text, blankLines);
                    blankLines = 0;
                    text.append(" ".repeat(column - margin)).append('\n');
                } else {
                    longestBlank = Math.max(longestBlank, column);
                    blankLines++;
                }
                nextLine();
                continue;
            }
            if (margin < 0) {
                margin = column;
                if (margin <= around || longestBlank > margin) {
                    throw Declined.DECLINED;
                }
            }
            if (column < margin) {
                break;
            }
            newLines(text, blankLines);
            blankLines = 0;
            text.append(" ".repeat(column - margin));
            appendLine(text);
        }
        if (margin < 0) {
            throw Declined.DECLINED;
        }
        at = lineStart;
        toContent();
        return chomped(text, chomp, blankLines);
    }

    private static void newLines(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append('\n');
        }
    }

    private void appendLine(StringBuilder text) {
        int from = at;
        foreign = false;
        for (; !isEnd(at); at++) {
            requirePlain(bytes[at]);
        }
        if (at >= end) {
            throw Declined.DECLINED;
        }
        text.append(foreign ? utf8(from, at) : new String(bytes, from, at - from, StandardCharsets.ISO_8859_1))
                .append('\n');
        nextLine();
    }

    private static String chomped(StringBuilder text, char chomp, int blankLines) {
        if (chomp == '+') {
            newLines(text, blankLines);
            return text.toString();
        }
        int last = text.length();
        while (last > 0 && text.charAt(last - 1) == '\n') {
            last--;
        }
        return text.substring(0, last) + (chomp == '-' ? "" : "\n");
    }
}
