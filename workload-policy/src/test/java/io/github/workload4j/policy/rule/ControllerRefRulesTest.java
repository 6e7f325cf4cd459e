package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ControllerRef;
import org.junit.jupiter.api.Test;

class ControllerRefRulesTest {

    @Test
    void aCompleteReferenceIsGood() {
        ControllerRef job = new ControllerRef("batch", "Job", "train");
        for (ControllerRefRules rules : ControllerRefRules.values()) {
            assertThat(Judged.by(at -> rules.check(job, at))).isEmpty();
            assertThat(Judged.by(at -> rules.check(new ControllerRef("", "Pod", "train"), at)))
                    .as("the core group has no name")
                    .isEmpty();
        }
    }

    @Test
    void v1Alpha1HasARuleForEachFault() {
        assertThat(Judged.by(at -> ControllerRefRules.V1ALPHA1.check(new ControllerRef("", "", ""), at)))
                .containsExactly("A1-2 controllerRef.kind: Required value", "A1-4 controllerRef.name: Required value");
        assertThat(Judged.by(at -> ControllerRefRules.V1ALPHA1.check(new ControllerRef("B", "a/b", "."), at)))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("A1-1", "A1-3", "A1-5");
    }

    @Test
    void laterVersionsHaveOneRuleForAll() {
        ControllerRef bad = new ControllerRef("B", "a%b", "");
        assertThat(Judged.by(at -> ControllerRefRules.V1ALPHA2.check(bad, at)))
                .hasSize(3)
                .allMatch(line -> line.startsWith("A2-1 "));
        assertThat(Judged.by(at -> ControllerRefRules.SINCE_V1ALPHA3.check(bad, at)))
                .hasSize(3)
                .allMatch(line -> line.startsWith("B-2 "));
    }
}
