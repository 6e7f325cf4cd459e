package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of reading, sentence by sentence, each with a manifest and what it means ({@code sentences/*.txt}). */
class SentencesTest {

    private static final Path SENTENCES = Path.of("src/test/resources/sentences");

    @TestFactory
    Stream<DynamicTest> sentences() throws IOException {
        try (Stream<Path> files = Files.list(SENTENCES)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream()
                    .flatMap(file -> Arrays.stream(text(file).split("\n== "))
                            .skip(1)
                            .map(each -> DynamicTest.dynamicTest(
                                    each.lines().findFirst().orElseThrow(), () -> holds(each))));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void holds(String sentence) {
        List<String> lines = sentence.lines().toList();
        ReadingMode mode = ReadingMode.valueOf(lines.get(1).toUpperCase(Locale.ROOT));
        String manifests = lines.stream()
                .skip(2)
                .takeWhile(line -> !line.startsWith("-> "))
                .collect(Collectors.joining("\n"));
        Map<String, String> expected = new LinkedHashMap<>();
        lines.stream().filter(line -> line.startsWith("-> ")).forEach(line -> {
            String[] parts = line.substring(3).split(":", 2);
            expected.put(parts[0], parts[1].strip());
        });
        Reading reading = ReadingText.readings(mode, manifests).get(0);

        assertThat(String.join(", ", ReadingText.losses(mode, manifests)))
                .isEqualTo(expected.getOrDefault("losses", ""));
        if (expected.containsKey("groups")) {
            // Faults without their places, which other tests look at.
            assertThat(ReadingText.groups(reading).replaceAll("\\d+:\\d+: ", "")
                            + (reading.suspended() ? " suspended" : ""))
                    .isEqualTo(expected.get("groups"));
            assertThat(lint(reading)).isEqualTo(expected.getOrDefault("lint", ""));
        }
        if (expected.containsKey("asks")) {
            assertThat(asks(reading)).isEqualTo(expected.get("asks"));
        }
    }

    private static String lint(Reading reading) {
        return reading.lint().stream()
                .map(lint -> lint.code().word() + " " + lint.group() + " at " + lint.path())
                .collect(Collectors.joining(", "));
    }

    private static String asks(Reading reading) {
        return reading.groups().stream()
                .flatMap(group -> group.shapes().stream())
                .map(shape -> shape.role()
                        + shape.requests().entrySet().stream()
                                .map(entry -> " " + entry)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("; "));
    }
}
