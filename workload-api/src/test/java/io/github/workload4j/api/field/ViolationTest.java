package io.github.workload4j.api.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ViolationTest {

    private static final FieldPath COUNT = FieldPath.root("spec").child("minCount");

    @Test
    void printsAsTheApiServerDoes() {
        assertThat(new Violation(COUNT, Violation.Type.INVALID, "0", "must be greater than zero", "B-7", "minimum"))
                .hasToString("spec.minCount: Invalid value: 0: must be greater than zero");
    }

    @Test
    void leavesOutAValueAndADetailThatAreNotThere() {
        assertThat(new Violation(COUNT, Violation.Type.REQUIRED, "", "", "B-7", ""))
                .hasToString("spec.minCount: Required value");
    }

    @Test
    void rejectsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Violation(COUNT, Violation.Type.REQUIRED, "", "", null, ""))
                .withMessage("rule");
    }
}
