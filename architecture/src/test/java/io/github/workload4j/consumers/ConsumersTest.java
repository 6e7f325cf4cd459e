package io.github.workload4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that use one library each compile without a warning and run with the jars of this build: with what their
 * poms ask for on the class path and, with a module descriptor, on the module path. Skipped where there are no jars yet
 * ({@code mvn test}).
 */
class ConsumersTest {

    private static final String MODULE = "io.github.workload4j.";
    private static final String READ = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"Workload\","
            + "\"metadata\":{\"name\":\"train\",\"namespace\":\"ml\"},"
            + "\"spec\":{\"podGroupTemplates\":[{\"name\":\"workers\",\"schedulingPolicy\":{\"gang\":{\"minCount\":4}}}"
            + "]}}; 1:1: apiVersion: `apiVersion` is missing: write, for example, `apiVersion:"
            + " scheduling.k8s.io/v1beta1`";

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    @BeforeEach
    void jarsAreBuilt() {
        assumeTrue(BuiltJars.areBuilt(), "there are no jars yet: mvn verify");
    }

    @Test
    void eachLibraryServesProgramsOnThisJdk() throws Exception {
        withWhatThePomsAskFor();
        withNothingElse();
        withWhatIsOptional();
        assertThat(run(Path.of(System.getProperty("java.home")))).containsExactlyElementsOf(expected);
    }

    @Test
    void eachLibraryServesProgramsOnTheNewestOtherJdk() throws Exception {
        Optional<Path> other = newestOtherJdk();
        assumeTrue(other.isPresent(), "no newer JDK beside this one, nor in a variable JAVA_HOME_...");
        withWhatThePomsAskFor();
        assertThat(run(other.get())).containsExactlyElementsOf(expected);
    }

    private void withWhatThePomsAskFor() {
        List<Path> api = BuiltJars.of("workload-api");
        add("ReadManifest on the class path", "ReadManifest", List.of(), api, READ);
        List<String> modules = List.of(MODULE + "api", "com.fasterxml.jackson.core", "org.yaml.snakeyaml");
        add("ReadManifest on the module path", "ReadManifest", modules, api, READ);
        add("workload-policy", "CheckRules", "metadata.name");
        add("workload-intent", "NameWorkload", "llm-");
        add("workload-gang", "AskGang", "feasible");
    }

    private void withNothingElse() {
        addUnreadable("on the class path", "put snakeyaml on the class path");
        addUnreadable(
                "on the module path",
                "put snakeyaml on the module path and write `requires org.yaml.snakeyaml;` in a module-info.java",
                MODULE + "api");
        addAlone("workload-api", "WriteManifest", "apiVersion: scheduling.k8s.io/v1beta1");
        addAlone("workload-policy", "CheckRules", "metadata.name");
        addAlone("workload-intent", "NameWorkload", "llm-");
        addAlone("workload-gang", "AskGang", "feasible");
    }

    private void withWhatIsOptional() {
        List<Path> jackson = new ArrayList<>(BuiltJars.of("workload-api"));
        jackson.addAll(BuiltJars.jars("jackson-databind", "jackson-annotations"));
        String json =
                "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"Workload\",\"metadata\":{\"name\":\"a\"}}";
        add("Jackson on the class path", "MapWithJackson", List.of(), jackson, json);
        add("modules found on the class path", "FindModule", List.of(), jackson, json);
        List<String> modules = List.of(MODULE + "api", "com.fasterxml.jackson.databind");
        add("Jackson on the module path", "MapWithJackson", modules, jackson, json);
        List<Path> validation = new ArrayList<>(BuiltJars.of("workload-policy"));
        validation.addAll(
                BuiltJars.jars("hibernate-validator", "jakarta.validation-api", "jboss-logging", "classmate"));
        add("Bean Validation on the class path", "ValidateBean", List.of(), validation, "metadata.name");
    }

    private void add(String library, String program, String output) {
        String module = MODULE + library.substring("workload-".length());
        add(program + " on the class path", program, List.of(), BuiltJars.of(library), output);
        add(program + " on the module path", program, List.of(module), BuiltJars.of(library), output);
    }

    /** Neither Jackson nor SnakeYAML need be there. */
    private void addAlone(String library, String program, String output) {
        String module = MODULE + library.substring("workload-".length());
        add(program + " alone on the class path", program, List.of(), alone(library), output);
        add(program + " alone on the module path", program, List.of(module), alone(library), output);
    }

    /** Where a text needs them, the program is told which one is missing. */
    private void addUnreadable(String where, String remedy, String... modules) {
        add(
                "ReadManifest alone " + where,
                "ReadManifest",
                List.of(modules),
                alone("workload-api"),
                "failed: java.lang.IllegalStateException: snakeyaml is needed to read or write this text, "
                        + "and is not there: " + remedy);
    }

    private static List<Path> alone(String library) {
        List<Path> jars = new ArrayList<>(BuiltJars.of(library));
        jars.removeAll(List.of(BuiltJars.jar("jackson-core"), BuiltJars.jar("snakeyaml")));
        return jars;
    }

    private void add(String name, String program, List<String> modules, List<Path> jars, String output) {
        lines.add(Consumers.line(name, program, modules, jars));
        expected.add(name + ": " + output);
    }

    private List<String> run(Path jdk) throws Exception {
        Path list = Files.write(folder.resolve("consumers.txt"), lines);
        Path printed = folder.resolve("printed.txt");
        Path errors = folder.resolve("errors.txt");
        Path classes = Path.of(Consumers.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process process = new ProcessBuilder(
                        jdk.resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes.toString(),
                        Consumers.class.getName(),
                        Path.of("src/test/resources/consumers").toString(),
                        folder.toString(),
                        list.toString())
                .redirectError(errors.toFile())
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return Files.readAllLines(printed);
    }

    private static Optional<Path> newestOtherJdk() throws IOException {
        Path own = Path.of(System.getProperty("java.home"));
        List<Path> homes = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME_")) {
                homes.add(Path.of(value));
            }
        });
        try (Stream<Path> beside = Files.list(own.resolveSibling("."))) {
            beside.forEach(homes::add);
        }
        return homes.stream()
                .filter(home -> Files.exists(home.resolve("bin/javac")) && version(home) > version(own))
                .max(Comparator.comparingInt(ConsumersTest::version));
    }

    /** {@return the feature release of a JDK, 0 if it does not say} */
    private static int version(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return 0;
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("\\.")[0]);
    }
}
