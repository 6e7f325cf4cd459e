package io.github.workload4j.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");

    /** Applies a difference as {@code patch} does, and believes nothing in it. */
    private static String applied(String diff, String before) {
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

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        Matcher line = Pattern.compile("[^\n\0]*[\n\0]|[^\n\0]+$").matcher(text);
        while (line.find()) {
            lines.add(line.group());
        }
        return lines;
    }

    @Test
    void theDifferenceAppliedGivesTheOtherText() {
        Random random = new Random(17);
        for (int run = 0; run < 2_000; run++) {
            String before = text(random, random.nextInt(40));
            String after = random.nextInt(4) == 0 ? text(random, random.nextInt(40)) : changed(before, random);
            assertThat(LineDiff.of("x", before, after))
                    .satisfies(diff -> assertThat(diff.isEmpty() ? before : applied(diff, before))
                            .isEqualTo(after));
        }
    }

    private static String text(Random random, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append((char) ('a' + random.nextInt(6))).append(i + 1 < size || random.nextBoolean() ? "\n" : "");
        }
        return text.toString();
    }

    private static String changed(String text, Random random) {
        List<String> lines = lines(text);
        for (int i = random.nextInt(3); i >= 0 && !lines.isEmpty(); i--) {
            int at = random.nextInt(lines.size());
            if (random.nextBoolean()) {
                lines.remove(at);
            } else {
                lines.add(at, "new\n");
            }
        }
        return String.join("", lines);
    }

    @Test
    void aChangedLineIsShownWithThreeLinesAround() {
        assertThat(LineDiff.of("x.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("--- x.yaml\n+++ x.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    }

    @Test
    void aLineThatStaysBetweenTwoThatChangeIsNotShownAsChanged() {
        assertThat(LineDiff.of("x", "a\nname\nb\n", "A\nname\nB\n"))
                .isEqualTo("--- x\n+++ x\n@@ -1,3 +1,3 @@\n-a\n+A\n name\n-b\n+B\n");
    }
}
