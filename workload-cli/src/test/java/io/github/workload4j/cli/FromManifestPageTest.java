package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of {@code docs/from-manifest.md} print what the page says they print. */
class FromManifestPageTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\nworkload ([^\n]+)\n```\n\n```\n(.*?)```\n", Pattern.DOTALL);

    static Stream<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/from-manifest.md")))
                .results();
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()
                        .map(example -> List.of(example.group(1).split(" ")).get(0)))
                .containsExactly("check", "check", "whatif", "check", "groups", "slots");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCommandPrintsWhatThePageSays(MatchResult example) throws IOException {
        String[] line = example.group(1).replace("examples/", "../examples/").split(" < ");
        String input = line.length == 1 ? "" : Files.readString(Path.of(line[1]));
        Run run = Run.withInput(input, line[0].split(" "));

        assertThat(run.out()).isEqualTo(example.group(2));
        assertThat(run.err()).isEmpty();
    }
}
