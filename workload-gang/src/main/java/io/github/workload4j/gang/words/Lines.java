package io.github.workload4j.gang.words;

import java.util.ArrayList;
import java.util.List;

/** Sentences broken into lines. */
public final class Lines {

    private static final int WIDTH = 100;

    private Lines() {}

    /** Breaks an item of a list into lines, those after the first indented as far as its text. */
    public static List<String> item(String bullet, String text, String indent) {
        String hanging = " ".repeat(Cells.of(bullet));
        List<String> lines = wrapped(text, " ", indent + hanging);
        lines.set(0, indent + bullet + lines.get(0).substring(indent.length() + hanging.length()));
        return lines;
    }

    /** Breaks a text into lines, at separators only. */
    public static List<String> wrapped(String text, String separator, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int cells = indent.length();
        for (String part : text.split(separator)) {
            int more = separator.length() + Cells.of(part);
            if (line.length() > 0 && cells + more > WIDTH) {
                lines.add(indent + line + separator.strip());
                line.setLength(0);
                cells = indent.length();
            }
            cells += line.length() == 0 ? Cells.of(part) : more;
            line.append(line.length() == 0 ? "" : separator).append(part);
        }
        lines.add(indent + line);
        return lines;
    }
}
