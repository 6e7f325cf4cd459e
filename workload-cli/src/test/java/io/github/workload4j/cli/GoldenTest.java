package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the command prints, beside its input. The first line of {@code x.yaml} is a comment with the command's
 * arguments; {@code x.txt} holds everything printed. Run with {@code -Dgolden.update=true} to write the expectations
 * anew, and read the difference.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String CALL = "# workload ";
    private static final Set<String> ASKING = Set.of("check", "whatif", "slots", "queue");

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(GoldenTest::isCase).sorted().toList().stream();
        }
    }

    private static boolean isCase(Path file) {
        try {
            return file.toString().endsWith(".yaml") && Files.readString(file).startsWith(CALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void printsWhatIsExpected(Path input) throws IOException {
        String call = Files.readString(input).lines().findFirst().orElseThrow().substring(CALL.length());
        List<String> args = new ArrayList<>();
        for (String word : call.split(" ")) {
            args.add(word.replace("FOLDER", input.getParent().toString()));
        }
        if (ASKING.contains(args.get(0)) && !args.contains("--time")) {
            // However busy the machine is, steps end a search and not the clock.
            args.addAll(List.of("--time", "10m"));
        }
        args.addAll(List.of("-f", input.toString()));
        Run run = Run.of(args.toArray(String[]::new));
        String printed = (run.out() + run.err() + "exit status " + run.status() + "\n")
                .replace(input.getParent() + "/", "")
                .replaceAll("\"steps\":[1-9][0-9]*", "\"steps\":1")
                .replaceAll("\"elapsedMillis\":[0-9.]+", "\"elapsedMillis\":0");
        Path expected = Path.of(input.toString().replace(".yaml", ".txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
    }
}
