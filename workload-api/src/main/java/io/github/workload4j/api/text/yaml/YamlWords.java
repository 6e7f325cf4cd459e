package io.github.workload4j.api.text.yaml;

import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.wire.Cursor.Declined;
import io.github.workload4j.api.wire.Interner;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keys and scalars of block YAML: one line for each but for literal blocks. Declines what is none of them. */
class YamlWords extends YamlLines {

    private static final int LONGEST_KEY = 1000;
    private static final boolean[] STARTS_PLAIN = new boolean[128];

    static {
        for (char c = '!'; c < 0x7F; c++) {
            STARTS_PLAIN[c] = "-?:,[]{}#&*!|>'\"%@`".indexOf(c) < 0;
        }
    }

    final Interner interner;

    YamlWords(Chunk chunk, Interner interner) {
        super(chunk);
        this.interner = interner;
    }

    private String text(int from, int to) {
        return foreign ? interner.text(utf8(from, to)) : interner.text(bytes, from, to - from);
    }

    /**
     * {@return the name of a field, after whose colon this then stands; null if there is none here, and this stays}
     */
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

    /** {@return the text without quotes that starts here, between brackets, to a comma or the closing bracket} */
    String plainInBrackets() {
        int from = at;
        int last = at;
        foreign = false;
        for (; isEnd(at) || bytes[at] != ',' && bytes[at] != ']'; at++) {
            boolean colon = !isEnd(at) && bytes[at] == ':' && (isBlank(at + 1) || ",[]{}".indexOf(bytes[at + 1]) >= 0);
            if (isEnd(at) || colon || "[{}?#".indexOf(bytes[at]) >= 0) {
                throw Declined.DECLINED;
            }
            requirePlain(bytes[at]);
            last = bytes[at] == ' ' ? last : at + 1;
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
                requireEscape();
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

    /** Requires that what follows a backslash is an escape we know, and no half of a character. */
    private void requireEscape() {
        int digits = isEnd(at) ? 0 : bytes[at] == 'x' ? 2 : bytes[at] == 'u' ? 4 : 0;
        for (int i = at + 1; i <= at + digits; i++) {
            if (isEnd(i) || Character.digit(bytes[i], 16) < 0) {
                throw Declined.DECLINED;
            }
        }
        boolean half = digits == 4 && (bytes[at + 1] | 0x20) == 'd' && bytes[at + 2] > '7';
        if (half || digits == 0 && (isEnd(at) || "\"\\/ntr".indexOf(bytes[at]) < 0)) {
            throw Declined.DECLINED;
        }
    }

    private String unescaped(String raw, byte quote) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (quote == '\'') {
                i += c == '\'' ? 1 : 0;
            } else if (c == '\\') {
                c = raw.charAt(++i);
                int digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
                if (digits > 0) {
                    c = (char) Integer.parseInt(raw, i + 1, i + 1 + digits, 16);
                    i += digits;
                } else {
                    c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
                }
            }
            text.append(c);
        }
        return interner.text(text.toString());
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
        if (at >= end || !isEnd(at)) {
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
