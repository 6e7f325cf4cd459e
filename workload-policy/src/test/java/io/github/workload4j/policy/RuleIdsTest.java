package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.policy.rule.ManifestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every rule of the list is carried by code and by a test. */
class RuleIdsTest {

    private static final Path LIST = Path.of("../../shared/spec/api-validation.md");
    private static final Pattern ROW = Pattern.compile("^\\| ((?:M|A1|A2|B|S|D|OPEN)-[A-Z]*\\d*) \\|.*");

    /** Rules that no violation carries, and the test that shows them. */
    private static final Map<String, String> SHOWN_ELSEWHERE = Map.of(
            "A2-GS",
            "ValidationConformanceTest, v1alpha2-podgroup-updatestatus (rules S-1 to S-10)",
            "B-U4",
            "ValidationConformanceTest, v1alpha3-workload-update/min-count-changed",
            "B-G2",
            "LintsTest, PARENT_WITHOUT_WORKLOAD_REF",
            "D-1",
            "DefaultingTest",
            "D-2",
            "DefaultingTest",
            "D-3",
            "DefaultingTest",
            "D-4",
            "DefaultingTest",
            "D-5",
            "AdmissionTest",
            "D-6",
            "AdmissionTest",
            "D-7",
            "AdmissionTest");

    /** The list as transcribed, for where the list itself is not. */
    private static List<String> transcribed() {
        List<String> ids = new ArrayList<>();
        range(ids, "M-", 1, 13);
        range(ids, "M-U", 1, 4);
        range(ids, "A1-", 1, 12);
        ids.addAll(List.of("A1-U1", "A1-U2", "A1-P1", "A1-P2", "A1-P3", "A1-PU"));
        range(ids, "A2-", 1, 18);
        ids.addAll(List.of("A2-U1", "A2-U2", "A2-G1", "A2-G2", "A2-G3", "A2-GU", "A2-GS"));
        range(ids, "B-", 1, 14);
        range(ids, "B-U", 1, 5);
        ids.addAll(List.of("B-G1", "B-G2", "B-G3", "B-G4", "B-GU", "B-C1", "B-C2", "B-CU"));
        range(ids, "S-", 1, 10);
        range(ids, "D-", 1, 8);
        range(ids, "OPEN-", 1, 16);
        return ids;
    }

    private static void range(List<String> ids, String prefix, int first, int last) {
        IntStream.rangeClosed(first, last).forEach(i -> ids.add(prefix + i));
    }

    @Test
    void theListIsTranscribedAsItIs() throws IOException {
        if (!Files.exists(LIST)) {
            System.out.println(
                    "RuleIdsTest: no list of rules at " + LIST.toAbsolutePath() + ", using the transcribed one");
            return;
        }
        Set<String> listed = new LinkedHashSet<>();
        for (String line : Files.readAllLines(LIST)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.add(row.group(1));
            }
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(transcribed());
    }

    @Test
    void everyRuleIsBrokenByATestOrShownElsewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        broken().forEach(violation -> broken.add(violation.rule()));
        List<String> missing = new ArrayList<>(transcribed());
        missing.removeAll(broken);
        missing.removeAll(SHOWN_ELSEWHERE.keySet());
        missing.removeIf(id -> id.startsWith("OPEN-") || id.equals("D-8"));
        assertThat(missing).isEmpty();
        assertThat(SHOWN_ELSEWHERE.keySet()).doesNotContainAnyElementsOf(broken);
    }

    @Test
    void everyOpenQuestionIsDecided() throws IOException {
        String decisions = Files.readString(Path.of("../docs/decisions/open-questions-of-the-api.md"));
        assertThat(transcribed().stream().filter(id -> id.startsWith("OPEN-")))
                .allSatisfy(id -> assertThat(decisions).contains("| " + id + " |"));
    }

    @Test
    void everyRuleHasAMessageThatCanBeTranslated() throws IOException {
        ResourceBundle messages = ResourceBundle.getBundle("ContributorValidationMessages");
        Set<String> missing = new TreeSet<>();
        for (Violation violation : broken()) {
            String key = "io.github.workload4j.policy." + violation.rule() + "."
                    + violation.type().label();
            if (!messages.containsKey(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Everything that is wrong in any case or golden file. */
    private static List<Violation> broken() throws IOException {
        List<Violation> violations = new ArrayList<>();
        ValidationConformanceTest.cases().forEach(c -> violations.addAll(ValidationConformanceTest.check(c)));
        for (Path input : GoldenTest.inputs().toList()) {
            violations.addAll(GoldenTest.violations(input));
        }
        violations.addAll(annotated("x".repeat(262_144 - 3)));
        return violations;
    }

    private static List<Violation> annotated(String value) {
        Workload workload = Workload.of(ApiVersion.V1BETA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 4));
        ObjectMeta metadata = workload.metadata().toBuilder()
                .annotations(Map.of("note", value))
                .build();
        return ManifestRules.standard().checkCreate(workload.withMetadata(metadata));
    }

    @Test
    void annotationsMayHave256KibibytesInAll() {
        assertThat(annotated("x".repeat(262_144 - 4))).isEmpty();
        assertThat(annotated("x".repeat(262_144 - 3)))
                .hasToString("[metadata.annotations: Too long: may not be more than 262144 bytes]");
        assertThat(annotated("\u00e9".repeat(131_070)))
                .as("bytes, not characters")
                .isEmpty();
        assertThat(annotated("\u00e9".repeat(131_071))).hasSize(1);
    }
}
