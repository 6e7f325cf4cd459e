package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.rule.ManifestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleTest {

    /** What is wrong with an object of a case or golden file. */
    private record Broken(ApiObject object, KubernetesRelease release, Violation violation) {}

    @Test
    void anIdIsItsName() {
        assertThat(Rule.A1_12.id()).isEqualTo("A1-12");
        assertThat(Rule.of("B-U2")).contains(Rule.B_U2);
        assertThat(Rule.of("B-99")).isEmpty();
        assertThat(Rule.M_U1).hasToString("M-U1");
    }

    @Test
    void everyRuleIsASentence() {
        assertThat(Rule.values())
                .allSatisfy(rule ->
                        assertThat(rule.sentence()).matches("[A-Z`].*[^.]\\.").doesNotContain("|"));
    }

    @Test
    void everyRuleIsBrokenByACase() throws IOException {
        Set<Rule> missing = EnumSet.allOf(Rule.class);
        for (Broken each : broken()) {
            missing.remove(Rule.of(each.violation.rule()).orElseThrow());
        }
        missing.removeAll(appliedBeforeTheRules());
        assertThat(missing).isEmpty();
    }

    @Test
    void aRuleIsBrokenByObjectsOfItsKindsAndVersionsOnly() throws IOException {
        for (Broken each : broken()) {
            Rule rule = Rule.of(each.violation.rule()).orElseThrow();
            assertThat(rule.kinds()).as("%s in %s", rule, each).contains(each.object.getClass());
            assertThat(rule.releases()).as("%s in %s", rule, each).contains(each.release);
        }
    }

    @Test
    void everyKindOfARuleIsFoundInACase() throws IOException {
        Map<Rule, Set<Class<?>>> missing = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            if (!rule.id().startsWith("M-") && !rule.id().startsWith("D-")) {
                missing.put(rule, new HashSet<>(rule.kinds()));
            }
        }
        for (Broken each : broken()) {
            missing.getOrDefault(Rule.of(each.violation.rule()).orElseThrow(), new HashSet<>())
                    .remove(each.object.getClass());
        }
        missing.values().removeIf(Set::isEmpty);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRuleHasAMessageThatCanBeTranslated() throws IOException {
        ResourceBundle messages = ResourceBundle.getBundle("ContributorValidationMessages");
        Set<String> missing = new TreeSet<>();
        for (Broken each : broken()) {
            String key = "io.github.workload4j.policy." + each.violation.rule() + "."
                    + each.violation.type().label();
            if (!messages.containsKey(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMessageIsOfARule() {
        ResourceBundle messages = ResourceBundle.getBundle("ContributorValidationMessages");
        assertThat(messages.keySet().stream()
                        .map(key -> key.substring("io.github.workload4j.policy.".length()))
                        .filter(key -> key.contains("."))
                        .map(key -> key.substring(0, key.indexOf('.'))))
                .allSatisfy(id -> assertThat(Rule.of(id)).as(id).isPresent());
    }

    @Test
    void everyOpenQuestionIsDecided() throws IOException {
        String decisions = Files.readString(Path.of("../docs/decisions/open-questions-of-the-api.md"));
        for (int i = 1; i <= 16; i++) {
            assertThat(decisions).contains("| OPEN-" + i + " |");
        }
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

    /** Everything that is wrong in any case or golden file. */
    private static List<Broken> broken() throws IOException {
        List<Broken> broken = new ArrayList<>();
        ValidationConformanceTest.decodable()
                .forEach(c -> ValidationConformanceTest.check(c)
                        .forEach(violation -> broken.add(new Broken(c.object(), c.release(), violation))));
        for (Path input : GoldenTest.inputs().toList()) {
            ApiObject object = GoldenTest.object(input);
            KubernetesRelease release =
                    GoldenTest.rules(Files.readString(input)).releaseOf(object);
            GoldenTest.violations(input).forEach(violation -> broken.add(new Broken(object, release, violation)));
        }
        annotated("x".repeat(262_144 - 3))
                .forEach(violation -> broken.add(new Broken(workload(), KubernetesRelease.V1_37, violation)));
        return broken;
    }

    private static List<Violation> annotated(String value) {
        ObjectMeta metadata = workload().metadata().toBuilder()
                .annotations(Map.of("note", value))
                .build();
        return ManifestRules.standard().checkCreate(workload().withMetadata(metadata));
    }

    private static Workload workload() {
        return Workload.of(ApiVersion.V1BETA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 4));
    }

    /** The rules by which defaulting and admission fill in or refuse something. */
    private static Set<Rule> appliedBeforeTheRules() {
        Set<Rule> applied = EnumSet.noneOf(Rule.class);
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "train", 4);
        group = group.withSpec(group.spec().toBuilder()
                .workloadRef(TemplateRef.of("job", "workers"))
                .build());
        PodGroup system = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        system = system.withSpec(system.spec().toBuilder()
                .priorityClassName("system-node-critical")
                .build());
        PriorityClass usual = new PriorityClass(ObjectMeta.of("usual"), 10, true, "", null);
        Admission admission = Admission.into(List.of(usual));
        for (ApiObject object : List.of(group, system, PodGroup.gang(ApiVersion.V1BETA1, "ml", "b", 1), usual)) {
            Defaulted defaulted = Defaulting.standard().apply(object);
            defaulted.filled().forEach(filled -> applied.add(filled.rule()));
            Admitted admitted = admission.create(defaulted.object());
            admitted.filled().forEach(filled -> applied.add(filled.rule()));
            admitted.refusals().forEach(refusal -> applied.add(refusal.rule()));
        }
        ClusterSetup stock = ClusterSetup.OPEN.withFeatureGates(FeatureGates.DEFAULTS);
        system = system.withSpec(
                system.spec().toBuilder().parentCompositePodGroupName("all").build());
        if (!Dropping.by(stock).create(system).fields().isEmpty()) {
            applied.add(Rule.D_9);
        }
        return applied;
    }
}
