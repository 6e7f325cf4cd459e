package io.github.workload4j.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code check} prints about every scheduling scenario is accepted by {@code verify}; where all orders were tried,
 * by trying them again.
 */
class VerifiedScenariosTest {

    private static final Path FOLDER = Path.of("../workload-gang/src/test/resources/conformance/scheduling");

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theAnswerToEveryScenarioIsAccepted(Path scenario) {
        List<String> inputs =
                List.of("-f", scenario + "/nodes.yaml", scenario + "/pods.yaml", scenario + "/group.yaml");
        List<String> check = new ArrayList<>(List.of("check", "-o", "json"));
        check.addAll(inputs);
        Run answer = Run.of(check.toArray(String[]::new));
        List<String> verify = new ArrayList<>(List.of("verify", "--answer", "-"));
        verify.addAll(inputs);
        Run run = Run.withInput(answer.out(), verify.toArray(String[]::new));
        assertThat(run.out()).doesNotContain("refused");
        boolean searched = answer.out().contains("\"proof\":\"exhausted\"");
        assertThat(run.out().contains("exhaustive search, searched again")).isEqualTo(searched);
    }
}
