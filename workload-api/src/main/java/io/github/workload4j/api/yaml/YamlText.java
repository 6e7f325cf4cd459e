package io.github.workload4j.api.yaml;

import io.github.workload4j.api.wire.QuotedText;
import java.util.Locale;
import java.util.Set;

/** Text as YAML: plain where every reader of YAML 1.1 and 1.2 takes it for that text, otherwise in double quotes. */
final class YamlText {

    /** What YAML 1.1 or 1.2 takes for something else, in lower case. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan", "infinity");

    private static final int LONGEST_WORD = 8;
    private static final int LONGEST_PLAIN = 500;
    private static final String FOR_NUMBERS = "0123456789abcdefxoABCDEFXO_.+-";
    private static final boolean[] FIRST = characters("/_$(");
    private static final boolean[] INSIDE = characters("/_$()*+,-.:;<=>?@[]^`{|}~'\"!%& ");

    private YamlText() {}

    private static boolean[] characters(String others) {
        boolean[] allowed = new boolean[128];
        for (char c = 0; c < allowed.length; c++) {
            allowed[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || others.indexOf(c) >= 0;
        }
        return allowed;
    }

    static void append(StringBuilder out, String text) {
        if (isPlain(text)) {
            out.append(text);
        } else {
            QuotedText.append(out, text);
        }
    }

    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST_PLAIN) {
            return false;
        }
        char first = text.charAt(0);
        char last = text.charAt(length - 1);
        if (first >= 128 || !FIRST[first] || last == ' ' || last == ':') {
            return false;
        }
        boolean digit = first >= '0' && first <= '9';
        boolean number = digit;
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 128 ? !isPlainLetter(text, i) : !INSIDE[c] || c == ':' && text.charAt(i + 1) == ' ') {
                return false;
            }
            if (digit && (c == ':' || c == ' ')) {
                return false;
            }
            number &= FOR_NUMBERS.indexOf(c) >= 0;
        }
        return !number && (length > LONGEST_WORD || !WORDS.contains(text.toLowerCase(Locale.ROOT)));
    }

    /** A letter outside ASCII; what is made of two halves goes in quotes, where the halves are checked. */
    private static boolean isPlainLetter(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetter(c) && QuotedText.isPrintable(c);
    }
}
