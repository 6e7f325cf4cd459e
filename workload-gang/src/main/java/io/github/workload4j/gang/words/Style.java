package io.github.workload4j.gang.words;

import java.util.Locale;

/** Colours for a person's eye; without colours the text says the same. */
public enum Style {
    /** As it is. */
    PLAIN,
    /** With the colour codes of a terminal. */
    COLOURED;

    /** {@return text that something is wrong} */
    public String bad(String text) {
        return in("1;31", text);
    }

    /** {@return text that something deserves a look} */
    public String odd(String text) {
        return in("1;33", text);
    }

    /** {@return text that all is well} */
    public String good(String text) {
        return in("1;32", text);
    }

    /** {@return text that stands out} */
    public String strong(String text) {
        return in("1", text);
    }

    /** {@return text that stands back} */
    public String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return this == COLOURED && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /**
     * Makes a text safe to print: nothing in it can move the cursor, change colours or hide. Control characters and
     * marks that turn the direction of writing are spelled out.
     *
     * @return the safe text
     */
    public static String printable(String text) {
        StringBuilder printable = null;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean plain = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && !isLoneSurrogate(text, at)
                    && c != '\u2028'
                    && c != '\u2029';
            if (plain && printable == null) {
                continue;
            }
            if (printable == null) {
                printable = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (plain) {
                printable.append(c);
            } else {
                printable.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return printable == null ? text : printable.toString();
    }

    /** {@return the value of a label, safe to print, and visible if it is empty} */
    public static String value(String text) {
        return text.isEmpty() ? "\"\"" : printable(text);
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
