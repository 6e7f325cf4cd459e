package io.github.workload4j.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code patch} does. */
final class Patch {

    private Patch() {}

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");

    /** Applies a difference as {@code patch} does, and believes nothing in it. */
    static String applied(String diff, String before) {
        List<String> old = lines(before);
        List<String> parts = lines(diff.replace("\n\\ No newline at end of file\n", "\0"));
        StringBuilder made = new StringBuilder();
        int at = 0;
        int written = 0;
        for (int i = 2; i < parts.size(); ) {
            Matcher hunk = HUNK.matcher(parts.get(i++));
            assertThat(hunk.matches()).isTrue();
            int size = count(hunk.group(2));
            int from = Integer.parseInt(hunk.group(1)) - (size == 0 ? 0 : 1);
            for (; at < from; at++, written++) {
                made.append(old.get(at));
            }
            int newSize = count(hunk.group(4));
            assertThat(Integer.parseInt(hunk.group(3)) - (newSize == 0 ? 0 : 1)).isEqualTo(written);
            for (; size > 0 || newSize > 0; i++) {
                String line = parts.get(i).substring(1).replace("\0", "");
                char mark = parts.get(i).charAt(0);
                if (mark != '+') {
                    assertThat(line).isEqualTo(old.get(at++));
                    size--;
                }
                if (mark != '-') {
                    made.append(line);
                    written++;
                    newSize--;
                }
            }
        }
        old.subList(at, old.size()).forEach(made::append);
        return made.toString();
    }

    private static int count(String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        Matcher line = Pattern.compile("[^\n\0]*[\n\0]|[^\n\0]+$").matcher(text);
        while (line.find()) {
            lines.add(line.group());
        }
        return lines;
    }
}
