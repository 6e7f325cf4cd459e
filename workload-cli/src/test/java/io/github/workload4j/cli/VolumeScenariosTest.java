package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command gives the verdict and the exit status of every scenario with volumes, and verifies what it printed. */
class VolumeScenariosTest {

    private static final Path FOLDER = Path.of("../workload-gang/src/test/resources/conformance/volumes");

    @TempDir
    private Path temp;

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioHasTheVerdictOnRecord(Path scenario) throws IOException {
        String expected = Files.readString(scenario.resolve("expected.yaml"));
        List<String> inputs = new ArrayList<>();
        for (String file : List.of("nodes", "pods", "group", "volumes")) {
            inputs.add(scenario + "/" + file + ".yaml");
        }
        Run check = run(inputs, "check", "-o", "json");
        boolean fits = expected.contains("verdict: feasible");
        int depends = expected.contains("dependsOn:") ? 4 : 0;
        assertThat(check.out()).contains("\"verdict\":\"" + (fits ? "feasible" : "infeasible") + "\"");
        assertThat(check.status()).isEqualTo(fits ? depends : 1);
        Path answer = Files.writeString(temp.resolve("answer.json"), check.out());
        Run verify = run(inputs, "verify", "--answer", answer.toString());
        assertThat(verify.out()).startsWith("accepted: ");
        assertThat(run(inputs, "check", "--explain").err()).isEmpty();
    }

    private static Run run(List<String> inputs, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("-f");
        arguments.addAll(inputs);
        return Run.of(arguments.toArray(String[]::new));
    }
}
