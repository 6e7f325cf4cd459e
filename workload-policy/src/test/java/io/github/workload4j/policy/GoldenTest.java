package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.policy.rule.ManifestRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of manifests full of faults, word for word: of {@code x.yaml}, whose first line says what is done with
 * it, the violations are in {@code x.txt}, each with rule and origin. Run with {@code -Dgolden.update=true} to write
 * the expectations anew, and read the difference.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void saysWhatIsExpected(Path input) throws IOException {
        StringBuilder said = new StringBuilder();
        for (Violation violation : violations(input)) {
            said.append(violation.rule()).append(violation.origin().isEmpty() ? "" : " (" + violation.origin() + ")");
            said.append(' ').append(violation).append('\n');
        }
        Path expected = Path.of(input.toString().replace(".yaml", ".txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said.toString()).isEqualTo(Files.readString(expected));
    }

    static List<Violation> violations(Path input) throws IOException {
        String text = Files.readString(input);
        String call = text.lines().findFirst().orElseThrow();
        ManifestRules rules = rules(text);
        List<ApiObject> objects = objects(input, text);
        if (call.startsWith("# create")) {
            return rules.checkCreate(objects.get(0));
        }
        return call.startsWith("# update")
                ? rules.checkUpdate(objects.get(0), objects.get(1))
                : rules.checkStatusUpdate(objects.get(0), objects.get(1));
    }

    /** {@return the rules that the first line of a file asks for} */
    static ManifestRules rules(String text) {
        String call = text.lines().findFirst().orElseThrow();
        ManifestRules rules = ManifestRules.server().withDroppedFieldsForbidden(call.endsWith(" dropped"));
        if (call.contains("release=")) {
            rules = rules.withRelease(KubernetesRelease.parse(call.replaceAll(".*release=(\\S*).*", "$1")));
        }
        return call.contains("gates=")
                ? rules.withFeatureGates(FeatureGates.parse(call.replaceAll(".*gates=(\\S*).*", "$1")))
                : rules;
    }

    /** {@return the object that is judged} */
    static ApiObject object(Path input) {
        try {
            List<ApiObject> objects = objects(input, Files.readString(input));
            return objects.get(objects.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ApiObject> objects(Path input, String text) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : ManifestReader.strict().read(text)) {
            if (document instanceof Undecodable undecodable) {
                throw new AssertionError(input + ": " + undecodable.faults());
            }
            objects.add(((Decoded) document).object());
        }
        return objects;
    }
}
