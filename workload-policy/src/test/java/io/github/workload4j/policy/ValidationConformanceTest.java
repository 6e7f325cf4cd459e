package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API server's verdict on each object, case by case. */
class ValidationConformanceTest {

    static Stream<Case> cases() {
        return Case.all().stream().filter(c -> !c.operation().equals("default"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheServer(Case c) {
        assertThat(c.disagreement(check(c))).isNull();
    }

    /**
     * Release 1.35 leaves {@code spec.} out of these paths; we do not (OPEN-1), and compare with what later releases
     * say.
     */
    @Test
    void onlyTheCasesWithoutTheSpecPrefixAreComparedWithLaterReleases() {
        List<String> later = cases().filter(Case::isQuirk)
                .filter(c -> !c.errors().equals(c.errorsOfTheRelease()))
                .map(c -> c.file() + " " + c.name())
                .toList();
        System.out.println("compared with later releases, for the prefix `spec.` (OPEN-1): " + later);
        assertThat(later)
                .containsExactly(
                        "v1alpha1-workload-update group-removed",
                        "v1alpha1-workload-update gang-to-basic",
                        "v1alpha1-workload-update controller-ref-name-changed",
                        "v1alpha1-workload-update both-policies");
    }

    static List<Violation> check(Case c) {
        ManifestRules rules = ManifestRules.server().withFeatureGates(c.gates());
        return switch (c.operation()) {
            case "create" -> rules.checkCreate(c.object());
            case "update" -> rules.checkUpdate(c.oldObject(), c.object());
            case "updateStatus" -> rules.checkStatusUpdate(c.oldObject(), c.object());
            default -> throw new AssertionError(c.operation());
        };
    }
}
