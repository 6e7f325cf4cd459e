package io.github.workload4j.policy.rule;

/** Offending values as compact JSON, as violations hold them. */
final class Found {

    /** No value: what null looks like. */
    static final String NULL = "null";

    private Found() {}

    /** {@return text in quotes, escaped} */
    static String text(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    boolean half = Character.isSurrogate(c)
                            && !(Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                            && !(Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
                    if (c < ' ' || c == 0x7F || half) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    /** {@return a number} */
    static String number(long number) {
        return Long.toString(number);
    }
}
