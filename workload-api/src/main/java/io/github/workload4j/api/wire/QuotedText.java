package io.github.workload4j.api.wire;

/** Text in double quotes, the same for JSON and YAML 1.1 and 1.2: what any of them cannot hold as it is, is escaped. */
public final class QuotedText {

    private static final int DEEPEST = 400;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private QuotedText() {}

    /** The reader goes no deeper. */
    public static void requireDepth(int depth, Output out) {
        if (depth > DEEPEST) {
            out.refuse("is nested deeper than any object of the API");
        }
    }

    public static void append(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                continue;
            }
            if (Character.isSurrogate(c)) {
                i = endOfPair(text, i);
            } else if (!isPrintable(c)) {
                out.append(text, done, i);
                escape(out, c);
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    /** {@return the place of the second half of a pair of surrogates that starts at {@code first}} */
    static int endOfPair(String text, int first) {
        boolean paired = Character.isHighSurrogate(text.charAt(first))
                && first + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(first + 1));
        if (!paired) {
            throw new Unwritable("is not Unicode: half of a character at " + first);
        }
        return first + 1;
    }

    /** Whether every reader takes the character as it is; those outside the basic plane are. */
    public static boolean isPrintable(char c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\'
                || c > 0xA0 && c < 0xD800 && c != 0xAD && (c < 0x2028 || c > 0x202E)
                || c >= 0xF900 && c < 0xFFFE && c != 0xFEFF;
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default ->
                out.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
        }
    }
}
