package io.github.workload4j.cli.screen;

import io.github.workload4j.gang.words.Cells;
import io.github.workload4j.gang.words.Style;

/**
 * A line of a file with a marker under one place, as wide on a screen as the text above it.
 *
 * <p>Tabs become blanks, and characters that would disturb the screen become dots. A long line is cut to the part
 * around the place.
 *
 * @param text the line, or the part of it that is shown
 * @param marker blanks, then a caret and tildes under the word; empty if the place is not in the line
 */
public record Excerpt(String text, String marker) {

    /** The number of code points of a line that is enough, from the first that is not hidden. */
    public static final int SIZE = 401;

    private static final int WIDTH = 100;
    private static final int TAB = 4;
    private static final String CUT = "...";

    /**
     * {@return the part of a line around a column}
     *
     * @param part the line from its first code point that is not hidden, {@link #SIZE} code points or the rest
     * @param hidden the number of code points before the part
     * @param column from 1, in code points of the line; may be one past the end of the line
     */
    public static Excerpt of(String part, int hidden, int column) {
        int[] points = part.codePoints().limit(SIZE - 1L).toArray();
        int at = Math.min(column - 1 - hidden, points.length);
        int from = Math.max(0, Math.min(at - WIDTH / 2, points.length - WIDTH));
        int to = Math.min(points.length, from + WIDTH);
        int end = wordEnd(points, at, to);
        StringBuilder text = new StringBuilder(from > 0 ? CUT : "");
        StringBuilder marker = new StringBuilder(" ".repeat(text.length()));
        int width = text.length();
        for (int i = from; i < to; i++) {
            int cells = append(text, points[i], width);
            width += cells;
            if (i < at) {
                marker.append(" ".repeat(cells));
            } else if (i < end) {
                marker.append(i == at ? "^" : "~").append("~".repeat(Math.max(0, cells - 1)));
            }
        }
        if (at >= end) {
            marker.append('^');
        }
        if (to < points.length || part.codePointCount(0, part.length()) >= SIZE) {
            text.append(CUT);
        }
        return new Excerpt(text.toString().stripTrailing(), marker.toString());
    }

    /** {@return this excerpt with a word after the marker} */
    public Excerpt labelled(String label) {
        return new Excerpt(text, marker + " " + Style.printable(label));
    }

    /** {@return how many code points at the start of a line are too far from a column to be shown} */
    public static int hidden(int column) {
        return Math.max(0, column - 2 * WIDTH);
    }

    private static int wordEnd(int[] points, int at, int to) {
        if (at >= to) {
            return at;
        }
        int first = points[at];
        if (first == '"' || first == '\'') {
            for (int i = at + 1; i < to; i++) {
                if (points[i] == first) {
                    return i + 1;
                }
            }
        }
        int end = at;
        while (end < to && !Character.isWhitespace(points[end]) && ",]}".indexOf(points[end]) < 0) {
            if (points[end] == ':' && (end + 1 == to || Character.isWhitespace(points[end + 1]))) {
                break;
            }
            end++;
        }
        return Math.max(end, at + 1);
    }

    private static int append(StringBuilder text, int point, int width) {
        if (point == '\t') {
            int cells = TAB - width % TAB;
            text.append(" ".repeat(cells));
            return cells;
        }
        int type = Character.getType(point);
        if (Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || point == 0xFFFD) {
            text.append('\u00b7');
            return 1;
        }
        text.appendCodePoint(point);
        return Cells.of(point);
    }
}
