package io.github.workload4j.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void theDifferenceAppliedGivesTheOtherText() {
        Random random = new Random(17);
        for (int run = 0; run < 2_000; run++) {
            String before = text(random, random.nextInt(40));
            String after = random.nextInt(4) == 0 ? text(random, random.nextInt(40)) : changed(before, random);
            assertThat(LineDiff.of("x", before, after))
                    .satisfies(diff -> assertThat(diff.isEmpty() ? before : Patch.applied(diff, before))
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
        List<String> lines = Patch.lines(text);
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
