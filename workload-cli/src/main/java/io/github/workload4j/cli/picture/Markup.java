package io.github.workload4j.cli.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML: elements closed in the right order, texts and attributes escaped. A replacement character stands for
 * characters that XML forbids, and for those that move the cursor or turn the direction of writing. An
 * {@link IOException} comes out unchecked.
 */
final class Markup {

    private static final char REPLACEMENT = '\ufffd';

    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Appendable out) {
        this.out = out;
    }

    /** Opens an element with attributes, given as name and value in turns. */
    Markup open(String element, Object... attributes) {
        start(element, attributes);
        raw(">");
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        raw("</");
        raw(open.pop());
        raw(">");
        return this;
    }

    /** Closes the element opened last and ends the line. */
    Markup closeLine() {
        return close().line();
    }

    /** Writes an element without content. */
    Markup empty(String element, Object... attributes) {
        start(element, attributes);
        raw("/>");
        return this;
    }

    /** Writes an element with nothing but a text in it. */
    Markup leaf(String element, String text, Object... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Writes text. */
    Markup text(String text) {
        raw(escaped(text));
        return this;
    }

    /** Ends a line. */
    Markup line() {
        raw("\n");
        return this;
    }

    /** Writes what is markup already. */
    Markup raw(String markup) {
        try {
            out.append(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void start(String element, Object... attributes) {
        raw("<");
        raw(element);
        for (int i = 0; i < attributes.length; i += 2) {
            raw(" ");
            raw(attributes[i].toString());
            raw("=\"");
            raw(escaped(attributes[i + 1].toString()));
            raw("\"");
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = null;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            String instead = switch (c) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> isShown(c) ? null : String.valueOf(REPLACEMENT);
            };
            if (instead != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (escaped != null) {
                if (instead == null) {
                    escaped.append(text, at, next);
                } else {
                    escaped.append(instead);
                }
            }
            at = next;
        }
        return escaped == null ? text : escaped.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> c == '\n';
            default -> true;
        };
    }
}
