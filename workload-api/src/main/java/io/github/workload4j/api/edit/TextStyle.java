package io.github.workload4j.api.edit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the values of one document are written: line ends, indentation, quotes. */
final class TextStyle {

    /** Words that YAML reads as text wherever they stand. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    private static final Set<String> NO_TEXT = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final String text;
    private final boolean json;
    private final String lineEnd;

    TextStyle(String text) {
        this.text = text;
        this.json = isJson(text);
        int first = text.indexOf('\n');
        this.lineEnd = first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    String lineEnd() {
        return lineEnd;
    }

    /** {@return the offset of the first character of a line} */
    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** {@return the offset of the line after the one that a value ends on, or the end of the text} */
    int nextLine(int to) {
        if (to > 0 && text.charAt(to - 1) == '\n') {
            return to;
        }
        int end = text.indexOf('\n', to);
        return end < 0 ? text.length() : end + 1;
    }

    /** {@return how many characters stand before a place on its line} */
    int column(int at) {
        return at - lineStart(at);
    }

    /** {@return whether nothing but blanks stands before a place on its line} */
    boolean startsLine(int at) {
        return text.substring(lineStart(at), at).isBlank();
    }

    /** {@return whether two places are on one line} */
    boolean onOneLine(int from, int to) {
        return lineStart(from) == lineStart(to);
    }

    /** {@return lines to insert at the start of a line, or at the end of the text} */
    String asLines(int at, String lines) {
        return at > 0 && text.charAt(at - 1) != '\n' ? lineEnd + lines : lines + lineEnd;
    }

    /** {@return a scalar in place of another, in its quotes if it has some} */
    String inPlaceOf(TextNode.Scalar old, TextNode.Scalar made) {
        if (made.isQuoted() && old.raw().startsWith("\"")) {
            return made.raw();
        }
        boolean single = made.isQuoted() && old.raw().startsWith("'");
        boolean simple = made.text().chars().allMatch(c -> c >= ' ' && c < 127 && c != '\'');
        return single && simple ? "'" + made.text() + "'" : scalar(made);
    }

    private String scalar(TextNode.Scalar made) {
        return made.isQuoted() ? text(made.text(), made.raw()) : made.raw();
    }

    private String text(String word, String quoted) {
        boolean plain = !json && WORD.matcher(word).matches() && !NO_TEXT.contains(word.toLowerCase(Locale.ROOT));
        return plain ? word : quoted;
    }

    private String key(TextNode.Scalar key) {
        return text(key.text(), key.raw());
    }

    /** {@return a value on one line} */
    String inline(TextNode made) {
        if (made instanceof TextNode.Mapping mapping) {
            return "{"
                    + String.join(
                            ", ",
                            mapping.fields().stream().map(this::inlineField).toList()) + "}";
        }
        if (made instanceof TextNode.Sequence list) {
            return "["
                    + String.join(", ", list.items().stream().map(this::inline).toList()) + "]";
        }
        return scalar((TextNode.Scalar) TextNode.resolved(made));
    }

    /** {@return a field in braces} */
    String inlineField(TextNode.Field made) {
        return key(made.key()) + ": " + inline(made.value());
    }

    /** {@return fields on lines of their own; the first is not indented, the last has no line end} */
    String blockFields(List<TextNode.Field> made, int indent) {
        StringBuilder lines = new StringBuilder();
        for (TextNode.Field field : made) {
            String value = isOneLine(field.value())
                    ? " " + inline(field.value())
                    : lineEnd
                            + " ".repeat(blockIndent(field.value(), indent))
                            + block(field.value(), blockIndent(field.value(), indent));
            lines.append(lines.length() == 0 ? "" : lineEnd + " ".repeat(indent))
                    .append(key(field.key()))
                    .append(':')
                    .append(value);
        }
        return lines.toString();
    }

    /** {@return where the lines of a field's value start} */
    int blockIndent(TextNode value, int indent) {
        return value instanceof TextNode.Sequence ? indent : indent + 2;
    }

    /** {@return whether a value is written beside its key} */
    static boolean isOneLine(TextNode made) {
        return made instanceof TextNode.Mapping mapping
                ? mapping.fields().isEmpty()
                : !(made instanceof TextNode.Sequence list) || list.items().isEmpty();
    }

    /** {@return a value on lines of its own; the first is not indented, the last has no line end} */
    String block(TextNode made, int indent) {
        if (isOneLine(made)) {
            return inline(made);
        }
        if (made instanceof TextNode.Mapping mapping) {
            return blockFields(mapping.fields(), indent);
        }
        StringBuilder lines = new StringBuilder();
        for (TextNode item : ((TextNode.Sequence) made).items()) {
            lines.append(lines.length() == 0 ? "" : lineEnd + " ".repeat(indent))
                    .append("- ")
                    .append(block(item, indent + 2));
        }
        return lines.toString();
    }
}
