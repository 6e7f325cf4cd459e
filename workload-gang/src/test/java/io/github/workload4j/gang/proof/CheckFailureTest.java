package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckFailureTest {

    @Test
    void failurePrintsRuleAndPlace() {
        assertThat(new CheckFailure(CheckFailure.Rule.COUNT, "class 2: 3 pods, 2 there are"))
                .hasToString("COUNT: class 2: 3 pods, 2 there are");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new CheckFailure(null, "")).hasMessage("rule");
        assertThatThrownBy(() -> new CheckFailure(CheckFailure.Rule.COUNT, null))
                .hasMessage("detail");
    }
}
