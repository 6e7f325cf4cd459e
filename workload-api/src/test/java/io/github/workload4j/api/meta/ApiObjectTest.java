package io.github.workload4j.api.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.bean.ServerRules;
import org.junit.jupiter.api.Test;

class ApiObjectTest {

    @Test
    void carriesTheConstraintByWhichBeanValidationFindsTheRules() {
        assertThat(ManifestValue.class).isAssignableFrom(ApiObject.class).hasAnnotation(ServerRules.class);
    }
}
