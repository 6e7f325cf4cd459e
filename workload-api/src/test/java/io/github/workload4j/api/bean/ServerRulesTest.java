package io.github.workload4j.api.bean;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import org.junit.jupiter.api.Test;

class ServerRulesTest {

    @Test
    void isCheckedByItsValidator() {
        Constraint constraint = ServerRules.class.getAnnotation(Constraint.class);
        assertThat(constraint.validatedBy()).containsExactly(ServerRulesValidator.class);
    }
}
