package io.github.workload4j.api.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The formats of names and labels. Length counts UTF-8 bytes; length and pattern are both judged, so one value can
 * break a format twice.
 */
public enum TextFormat {
    /** A DNS label, which the API calls a short name. */
    LABEL("format=k8s-short-name") {
        @Override
        public boolean holds(String value) {
            return value.length() <= 63 && isLabel(value, 0, value.length());
        }

        @Override
        public List<String> messages(String value, String unit) {
            List<String> messages = tooLong(value, 63, unit);
            if (!isLabel(value, 0, value.length())) {
                messages.add(isSubdomain(value, value.length()) ? "must not contain dots" : LABEL_RULE);
            }
            return messages;
        }
    },
    /** A DNS subdomain, which the API calls a long name. */
    SUBDOMAIN("format=k8s-long-name") {
        @Override
        public boolean holds(String value) {
            return value.length() <= 253 && isSubdomain(value, value.length());
        }

        @Override
        public List<String> messages(String value, String unit) {
            List<String> messages = tooLong(value, 253, unit);
            if (!isSubdomain(value, value.length())) {
                messages.add(SUBDOMAIN_RULE);
            }
            return messages;
        }
    },
    /** A segment of a URL's path. */
    PATH_SEGMENT("format=k8s-path-segment-name") {
        @Override
        public boolean holds(String value) {
            return !value.equals(".") && !value.equals("..") && value.indexOf('/') < 0 && value.indexOf('%') < 0;
        }

        @Override
        public List<String> messages(String value, String unit) {
            List<String> messages = new ArrayList<>();
            if (value.equals(".") || value.equals("..")) {
                messages.add("may not be '" + value + "'");
                return messages;
            }
            for (String bad : List.of("/", "%")) {
                if (value.contains(bad)) {
                    messages.add("may not contain '" + bad + "'");
                }
            }
            return messages;
        }
    },
    /** The key of a label: a name, with an optional prefix of a DNS subdomain and a slash. */
    LABEL_KEY("format=k8s-label-key") {
        @Override
        public boolean holds(String value) {
            int slash = value.indexOf('/');
            return value.length() - slash - 1 <= 63
                    && isQualified(value, slash + 1)
                    && (slash < 0 || slash <= 253 && isSubdomain(value, slash));
        }

        @Override
        public List<String> messages(String value, String unit) {
            int slash = value.indexOf('/');
            if (slash >= 0 && value.indexOf('/', slash + 1) >= 0) {
                return List.of("a valid label key " + KEY_RULE
                        + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
            }
            List<String> messages = new ArrayList<>();
            if (slash == 0) {
                messages.add("prefix part must be non-empty");
            } else if (slash > 0) {
                SUBDOMAIN
                        .messages(value.substring(0, slash), unit)
                        .forEach(message -> messages.add("prefix part " + message));
            }
            String name = value.substring(slash + 1);
            if (name.isEmpty()) {
                messages.add("name part must be non-empty");
            }
            tooLong(name, 63, unit).forEach(message -> messages.add("name part " + message));
            if (!isQualified(name, 0)) {
                messages.add("name part " + KEY_RULE);
            }
            return messages;
        }
    },
    /** The value of a label. */
    LABEL_VALUE("") {
        @Override
        public boolean holds(String value) {
            return value.length() <= 63 && (value.isEmpty() || isQualified(value, 0));
        }

        @Override
        public List<String> messages(String value, String unit) {
            List<String> messages = tooLong(value, 63, unit);
            if (!value.isEmpty() && !isQualified(value, 0)) {
                messages.add(VALUE_RULE);
            }
            return messages;
        }
    };

    /** Counted so by rules written by hand: all of 1.35, and object metadata always. */
    public static final String CHARACTERS = "characters";

    /** Counted so by declared rules: 1.36 and later. */
    public static final String BYTES = "bytes";

    private static final String LABEL_PATTERN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String QUALIFIED_PATTERN = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String LABEL_RULE =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
                    + " start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for"
                    + " validation is '"
                    + LABEL_PATTERN + "')";
    private static final String SUBDOMAIN_RULE =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
                    + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for"
                    + " validation is '"
                    + LABEL_PATTERN + "(\\." + LABEL_PATTERN + ")*')";
    private static final String KEY_RULE =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                    + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation"
                    + " is '"
                    + QUALIFIED_PATTERN + "')";
    private static final String VALUE_RULE =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345',"
                    + " regex used for validation is '(" + QUALIFIED_PATTERN + ")?')";

    private final String origin;

    TextFormat(String origin) {
        this.origin = origin;
    }

    /** {@return whether a value has the format; builds nothing} */
    public abstract boolean holds(String value);

    /** {@return what is wrong with a value, in the server's order; {@code unit} is what its lengths are called} */
    public abstract List<String> messages(String value, String unit);

    /** {@return the server's own tag for the format, such as {@code format=k8s-short-name}; empty if it has none} */
    public String origin() {
        return origin;
    }

    /**
     * {@return the length of a text in UTF-8; half a character counts as one byte, as encoders write a question mark}
     */
    public static long bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                bytes += 2;
                i++;
            } else if (!Character.isSurrogate(c)) {
                bytes += c < 0x800 ? 1 : 2;
            }
        }
        return bytes;
    }

    private static List<String> tooLong(String value, int most, String unit) {
        List<String> messages = new ArrayList<>();
        if (bytes(value) > most) {
            messages.add("must be no more than " + most + " " + unit);
        }
        return messages;
    }

    private static boolean isLabel(String value, int from, int to) {
        if (from >= to || value.charAt(from) == '-' || value.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSubdomain(String value, int to) {
        int from = 0;
        for (int dot = value.indexOf('.'); dot >= 0 && dot < to; dot = value.indexOf('.', from)) {
            if (!isLabel(value, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return isLabel(value, from, to);
    }

    private static boolean isQualified(String value, int from) {
        if (from == value.length()
                || !isLetterOrDigit(value.charAt(from))
                || !isLetterOrDigit(value.charAt(value.length() - 1))) {
            return false;
        }
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
