package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of this module; what its packages may use is in the table of modules and packages. */
class ArchitectureTest {

    private static final Pattern PUBLIC = Pattern.compile("(?m)^public ");

    /** The door of the rules is one class; everything that it opens on is private to the package. */
    @Test
    void onePublicClassIsTheDoorOfTheRules() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources("src/main/java/io/github/workload4j/policy/rule")) {
            if (PUBLIC.matcher(Files.readString(source)).find()) {
                found.add(name(source));
            }
        }
        assertThat(found).containsExactly("ManifestRules");
    }

    /** What has no test of its own name is a value or a step that the named test is about. */
    @Test
    void aTestStandsBesideEveryClass() throws IOException {
        Map<String, String> elsewhere = Map.ofEntries(
                Map.entry("Filled", "DefaultedTest"),
                Map.entry("Refusal", "AdmissionTest"),
                Map.entry("Reporting", "BeanValidationTest"),
                Map.entry("BadValues", "ExactValidatorTest"),
                Map.entry("ExactViolation", "ExactValidatorTest"),
                Map.entry("UpdateRules", "UpdateRulesValidatorTest"),
                Map.entry("Named", "LintsTest"),
                Map.entry("Stream", "LintsTest"),
                Map.entry("TemplateNames", "TemplatesTest"),
                Map.entry("Warnings", "WarningTest"),
                Map.entry("GroupPriority", "AdmissionTest"),
                Map.entry("DroppedField", "DroppedTest"),
                Map.entry("FieldDropping", "DroppingTest"),
                Map.entry("TemplateDropping", "DroppingTest"),
                Map.entry("RequestMetadata", "ApiServerTest"),
                Map.entry("Subject", "SharedRuleTest"));
        Set<String> tests = new HashSet<>();
        sources("src/test/java").forEach(test -> tests.add(name(test)));
        for (Path source : sources("src/main/java")) {
            String own = name(source) + "Test";
            assertThat(tests).contains(elsewhere.getOrDefault(name(source), own));
            assertThat(elsewhere.containsKey(name(source)) && tests.contains(own))
                    .as("%s has a test of its own, and is listed", name(source))
                    .isFalse();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java")
                            && !file.endsWith("module-info.java"))
                    .toList();
        }
    }
}
