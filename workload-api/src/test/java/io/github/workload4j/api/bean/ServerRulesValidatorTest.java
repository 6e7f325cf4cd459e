package io.github.workload4j.api.bean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class ServerRulesValidatorTest {

    @Test
    void everyObjectPassesWithoutInstalledRules() {
        ServerRulesValidator validator = new ServerRulesValidator();
        validator.initialize(ApiObject.class.getAnnotation(ServerRules.class));
        assertThat(validator.isValid(new Namespace(ObjectMeta.EMPTY), null)).isTrue();
        assertThat(validator.isValid(null, null)).isTrue();
    }
}
