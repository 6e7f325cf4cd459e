package io.github.workload4j.api.yaml;

import java.util.Locale;
import java.util.Set;

/** Text as YAML: plain where every reader takes it for that text, otherwise in double quotes. */
final class YamlText {

    /** What YAML 1.1 or 1.2 takes for something else, in lower case. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan", "infinity");

    private static final String FOR_NUMBERS = "0123456789abcdefxoABCDEFXO_.+-";

    private YamlText() {}

    static String of(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || text.length() > 500 || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        char first = text.charAt(0);
        boolean likeNumber = first >= '0' && first <= '9' || first == '.' || first == '+' || first == '-';
        if (!likeNumber && !isLetter(first) && first != '/' && first != '_') {
            return false;
        }
        boolean onlyForNumbers = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            boolean colon = c == ':' && inside && !likeNumber && text.charAt(i + 1) != ' ';
            boolean blank = c == ' ' && inside && !likeNumber;
            boolean safe = isLetter(c) || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '/' || c == '-' || colon || blank
                    || c == '+' && i > 0;
            if (!safe) {
                return false;
            }
            onlyForNumbers &= FOR_NUMBERS.indexOf(c) >= 0;
        }
        if (!likeNumber) {
            return true;
        }
        String word = text.toLowerCase(Locale.ROOT);
        boolean special = word.endsWith(".inf") || word.endsWith(".nan");
        return first >= '0' && first <= '9' && !onlyForNumbers && !special;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            default -> {
                if (c >= ' ' && c < 0x7F || c >= 0xA1 && c < 0x2028 && c != 0xAD || c > 0x202E && c < 0xD800 || c >= 0xF900 && c < 0xFEFF) {
                    quoted.appendCodePoint(c);
                } else {
                    quoted.append(c > 0xFFFF ? String.format("\\U%08X", c) : String.format("\\u%04X", c));
                }
            }
        }
    }
}
