package io.github.workload4j.cli.purchase;

import io.github.workload4j.cli.screen.JsonTree.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of comma-separated values (RFC 4180): cells without the spaces around them, or in double quotes, in which a
 * quote is written twice. Empty lines and lines that begin with {@code #} are left out.
 *
 * @param number of the line it begins in, from 1
 * @param cells what is written in it
 */
record CsvLine(int number, List<String> cells) {

    /** {@return the lines of a text} */
    static List<CsvLine> of(String text) {
        List<CsvLine> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean isBlank = true;
        boolean wasQuoted = false;
        int number = 1;
        int begun = 1;
        String all = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i <= all.length(); i++) {
            char c = i < all.length() ? all.charAt(i) : '\n';
            if (quoted) {
                if (i == all.length()) {
                    throw new Malformed("line " + begun, "a quote that does not end", "a quote at its end");
                }
                if (c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && isBlank) {
                cell.setLength(0);
                quoted = true;
                wasQuoted = true;
                isBlank = false;
            } else if (c == ',' || c == '\n') {
                cells.add(wasQuoted ? cell.toString() : cell.toString().strip());
                cell.setLength(0);
                wasQuoted = false;
                isBlank = true;
                if (c == '\n') {
                    boolean isEmpty = cells.size() == 1 && cells.get(0).isEmpty()
                            || cells.get(0).startsWith("#");
                    if (!isEmpty) {
                        lines.add(new CsvLine(begun, List.copyOf(cells)));
                    }
                    cells.clear();
                }
            } else if (c != '\r') {
                if (wasQuoted && c != ' ') {
                    throw new Malformed("line " + number, c, "a comma after a quoted cell");
                }
                if (!wasQuoted) {
                    cell.append(c);
                    isBlank &= Character.isWhitespace(c);
                }
            }
            if (c == '\n') {
                number++;
                begun = quoted ? begun : number;
            }
        }
        return lines;
    }
}
