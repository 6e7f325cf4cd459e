package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the command prints as JSON keeps to the schemas in {@code docs/schema}, which list every field and allow no
 * other.
 */
class SchemaTest {

    private static final Path SCHEMAS = Path.of("../docs/schema");
    private static final Path SCENARIOS = Path.of("../workload-gang/src/test/resources/conformance/scheduling");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> LOADED = new HashMap<>();
    /** What the library writes, and no command. */
    private static final Set<String> LIBRARY = Set.of("answer", "suggestions");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Schema schema(String command) throws IOException {
        if (!LOADED.containsKey(command)) {
            LOADED.put(
                    command,
                    REGISTRY.getSchema(Files.readString(SCHEMAS.resolve(command + ".json")), InputFormat.JSON));
        }
        return LOADED.get(command);
    }

    private static List<Error> faults(String command, String json) throws IOException {
        return schema(command).validate(json, InputFormat.JSON);
    }

    /**
     * {@return the lines of standard output in a golden file; after the closing brace come standard error and the exit
     * status}
     */
    private static String json(String printed) {
        List<String> lines = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            if (line.startsWith("exit status ") || line.startsWith("error: ") || line.startsWith("warning: ")) {
                break;
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    static Stream<Path> golden() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".txt") && isResult(file)) {
                    found.add(file);
                }
            }
            return found.stream();
        }
    }

    /** JSON that is a result, and not manifests. */
    private static boolean isResult(Path printed) throws IOException {
        String call = Files.readString(Path.of(printed.toString().replace(".txt", ".yaml")))
                .lines()
                .findFirst()
                .orElseThrow();
        boolean manifests = call.startsWith("# workload convert") && !call.contains("--report -");
        return !manifests && Files.readString(printed).startsWith("{\"");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goldenOutputKeepsToItsSchema(Path file) throws IOException {
        String json = json(Files.readString(file));
        String id = JSON.readTree(json).path("schema").asText();
        assertThat(id).startsWith("urn:workload4j:schema:").endsWith(":1");
        assertThat(faults(id.split(":")[3], json)).isEmpty();
    }

    @Test
    void goldenOutputsAreOfEveryCommand() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path file : golden().toList()) {
            ids.add(JSON.readTree(json(Files.readString(file))).path("schema").asText());
        }
        for (String command : commands()) {
            assertThat(ids).contains("urn:workload4j:schema:" + command + ":1");
        }
    }

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(SCENARIOS)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answersAboutScenariosKeepToTheirSchemas(Path scenario) throws IOException {
        String files = " -o json -f " + scenario + "/nodes.yaml " + scenario + "/pods.yaml " + scenario + "/group.yaml";
        for (String call : List.of("check --explain --domains", "slots", "queue --largest", "whatif", "validate")) {
            Run run = Run.of((call + files).split(" "));
            assertThat(faults(call.split(" ")[0], run.out())).isEmpty();
        }
    }

    private static List<String> commands() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !LIBRARY.contains(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reportsOfTheLibraryKeepToTheirSchemas(Path scenario) throws IOException {
        for (GroupReports reports : GroupReports.of(scenario)) {
            assertThat(faults("answer", reports.answer())).isEmpty();
            assertThat(faults("suggestions", reports.suggestions())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "incomplete", "summary"})
    void anotherFieldAnywhereIsRefused(String place) throws IOException {
        JsonNode answer =
                JSON.readTree(json(Files.readString(Path.of("src/test/resources/golden/check/infeasible-json.txt"))));
        assertThat(faults("check", answer.toString())).isEmpty();
        String more = answer.toString().replace("\"" + place + "\":", "\"another\":1,\"" + place + "\":");
        assertThat(faults("check", more)).isNotEmpty();
        assertThat(faults("check", answer.toString().replace("\"verdict\":", "\"verdikt\":")))
                .isNotEmpty();
    }

    @Test
    void everyObjectIsClosedAndEveryPartOfOneNameIsOneThing() throws IOException {
        Map<String, JsonNode> parts = new HashMap<>();
        for (String command : commands()) {
            JsonNode schema = JSON.readTree(Files.readString(SCHEMAS.resolve(command + ".json")));
            assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.path("$id").asText()).isEqualTo("urn:workload4j:schema:" + command + ":1");
            assertThat(schema.path("properties").path("schema").path("const")).isEqualTo(schema.path("$id"));
            assertClosed(schema);
            schema.path("$defs")
                    .properties()
                    .forEach(part -> assertThat(part.getValue())
                            .as("%s of %s", part.getKey(), command)
                            .isEqualTo(parts.computeIfAbsent(part.getKey(), name -> part.getValue())));
        }
    }

    private static void assertClosed(JsonNode schema) {
        if (schema.path("properties").isObject() && schema.path("type").isTextual()) {
            assertThat(schema.path("additionalProperties"))
                    .as("%s", schema)
                    .isEqualTo(JSON.getNodeFactory().booleanNode(false));
        }
        schema.forEach(SchemaTest::assertClosed);
    }
}
