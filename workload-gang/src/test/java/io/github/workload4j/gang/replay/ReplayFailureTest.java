package io.github.workload4j.gang.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplayFailureTest {

    @Test
    void failureOfAStepSaysWhichStep() {
        assertThat(new ReplayFailure(ReplayFailure.Rule.NODE, 3, "n9 is not there"))
                .hasToString("step 3: n9 is not there");
    }

    @Test
    void failureOfTheWholeSaysNoStep() {
        assertThat(new ReplayFailure(ReplayFailure.Rule.MINIMUM, -1, "2 pods run, 3 must"))
                .hasToString("2 pods run, 3 must");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new ReplayFailure(null, 0, "")).hasMessage("rule");
        assertThatThrownBy(() -> new ReplayFailure(ReplayFailure.Rule.NODE, 0, null))
                .hasMessage("detail");
    }
}
