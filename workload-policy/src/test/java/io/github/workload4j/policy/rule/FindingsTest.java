package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.Rule;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void pathsFollowTheWayDown() {
        Findings at = Findings.recording();
        at.down("spec").down("podGroups", 3);
        at.reportAt("name", Type.REQUIRED, "", "", Rule.A1_8, "");
        at.up();
        at.report(Type.FORBIDDEN, "", "", Rule.A1_6, "");
        at.up();
        assertThat(at.violations())
                .hasToString("[spec: Forbidden, spec.podGroups[3].name: Required value]")
                .extracting(Violation::rule)
                .containsExactly("A1-6", "A1-8");
    }

    @Test
    void aWayOfAnyDepthHasAPath() {
        Findings at = Findings.recording();
        for (int i = 0; i < 100; i++) {
            at.down("f", i);
        }
        at.report(Type.REQUIRED, "", "", Rule.M_1, "");
        assertThat(at.violations().get(0).path().steps()).hasSize(200);
    }

    @Test
    void violationsAtOnePlaceKeepTheirOrder() {
        Findings at = Findings.recording();
        at.reportAt("spec", Type.REQUIRED, "", "", Rule.B_14, "");
        at.reportAt("metadata", Type.REQUIRED, "", "", Rule.M_1, "");
        at.reportAt("spec", Type.REQUIRED, "", "", Rule.B_1, "");
        assertThat(at.violations()).extracting(Violation::rule).containsExactly("M-1", "B-14", "B-1");
    }

    @Test
    void countingFindingsKeepNothing() {
        Findings at = Findings.counting();
        at.down("spec").reportAt("name", Type.REQUIRED, "", "", Rule.M_1, "");
        assertThat(at.count()).isEqualTo(1);
        assertThat(at.violations()).isEmpty();
        assertThat(at.wantsText()).isFalse();
    }
}
