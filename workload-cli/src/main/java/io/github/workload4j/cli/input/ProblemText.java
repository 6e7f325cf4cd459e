package io.github.workload4j.cli.input;

import io.github.workload4j.api.field.Position;
import io.github.workload4j.cli.screen.Excerpt;
import io.github.workload4j.gang.words.Style;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints a problem as good compilers do: place, path, what was found and what was expected, then the line with a
 * marker.
 */
public final class ProblemText {

    private static final int LONGEST_MESSAGE = 1_000;

    private ProblemText() {}

    /**
     * Prints a problem of a document.
     *
     * @param fallback line to name where the problem has no place of its own
     */
    public static void print(
            PrintWriter out, Style style, String severity, String file, int fallback, Problem problem) {
        Position position = problem.position();
        String place = position == null ? fallback + ":1" : position.toString();
        out.print(style.strong(Style.printable(Inputs.shown(file)) + ":" + place + ":"));
        out.print(" " + (severity.equals("error") ? style.bad(severity) : style.odd(severity)) + ": ");
        String path = problem.field().isEmpty() ? "" : problem.field() + ": ";
        out.println(Style.printable(shortened(path + problem.message())));
        printExcerpt(out, style, position, problem.excerpt());
    }

    private static void printExcerpt(
            PrintWriter out, Style style, @Nullable Position position, @Nullable Excerpt excerpt) {
        if (position == null || excerpt == null) {
            return;
        }
        String number = String.format(Locale.ROOT, "%5d", position.line());
        String blank = " ".repeat(number.length());
        out.println(style.faint(number + " | ") + excerpt.text());
        if (!excerpt.marker().isEmpty()) {
            out.println(style.faint(blank + " | ") + style.bad(excerpt.marker()));
        }
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_MESSAGE) {
            return text;
        }
        int half = LONGEST_MESSAGE / 2 - 10;
        return text.substring(0, half) + " [...] " + text.substring(text.length() - half);
    }
}
