package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command gives the verdict, the reason and the exit status of every scheduling scenario. */
class SchedulingScenariosTest {

    private static final Path FOLDER = Path.of("../workload-gang/src/test/resources/conformance/scheduling");
    private static final Map<String, Integer> STATUS =
            Map.of("feasible", 0, "satisfied", 0, "infeasible", 1, "gated", 1, "error", 1, "undetermined", 3);

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioHasTheVerdictOnRecord(Path scenario) throws IOException {
        String expected = Files.readString(scenario.resolve("expected.yaml"));
        String verdict = field(expected, "verdict");
        String reason = field(expected, "reason");
        Run run = Run.of(
                "check",
                "-o",
                "json",
                "--group",
                group(expected),
                "-f",
                scenario + "/nodes.yaml",
                scenario + "/pods.yaml",
                scenario + "/group.yaml");
        String also = field(expected, "alsoAccept");
        String found = found(run.out(), "verdict");
        assertThat(found)
                .isIn(Stream.concat(Stream.of(verdict), Stream.of(also.split("[\\[\\], -]+")))
                        .toList());
        assertThat(run.status()).isEqualTo(STATUS.get(found));
        if (!reason.isEmpty() && found.equals(verdict)) {
            assertThat(found(run.out(), "reason")).isEqualTo(reason);
        }
        if (!field(expected, "maxPlaceable").isEmpty() && found.equals("feasible")) {
            assertThat(run.out()).contains("\"placed\":" + field(expected, "maxPlaceable") + ",\"maximal\":true");
        }
    }

    private static String group(String expected) {
        String block = expected.substring(expected.indexOf("group:"));
        String name = inner(block, "namespace") + "/" + inner(block, "name");
        if (inner(block, "kind").equals("Workload")) {
            String key = inner(block, "podGroupReplicaKey");
            name += "/" + inner(block, "podGroup") + (key.isEmpty() ? "" : "/" + key);
        }
        return name;
    }

    private static String field(String yaml, String name) {
        return first(Pattern.compile("(?m)^" + name + ": *(.*?)\\s*$").matcher(yaml));
    }

    private static String inner(String yaml, String name) {
        return first(Pattern.compile("[\\s{,]" + name + ": *\"?([^\\s,}\"]+)").matcher(yaml));
    }

    private static String found(String json, String name) {
        return first(Pattern.compile("\"" + name + "\":\"(\\w+)\"").matcher(json));
    }

    private static String first(Matcher matcher) {
        return matcher.find() ? matcher.group(1) : "";
    }
}
