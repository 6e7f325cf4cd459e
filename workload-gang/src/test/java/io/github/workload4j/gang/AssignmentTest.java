package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void assignmentPrintsPodAndNode() {
        assertThat(new Assignment("ml", "a", "n0")).hasToString("ml/a -> n0");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new Assignment(null, "a", "n0")).hasMessage("namespace");
        assertThatThrownBy(() -> new Assignment("ml", null, "n0")).hasMessage("pod");
        assertThatThrownBy(() -> new Assignment("ml", "a", null)).hasMessage("node");
    }
}
