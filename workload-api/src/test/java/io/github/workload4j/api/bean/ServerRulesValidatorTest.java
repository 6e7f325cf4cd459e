package io.github.workload4j.api.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.meta.ObjectMeta;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class ServerRulesValidatorTest {

    private static final ConstraintValidatorContext CONTEXT = (ConstraintValidatorContext) Proxy.newProxyInstance(
            ConstraintValidatorContext.class.getClassLoader(),
            new Class<?>[] {ConstraintValidatorContext.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("called: " + method);
            });

    @Test
    void everyObjectPassesWithoutInstalledRules() {
        ServerRulesValidator validator = new ServerRulesValidator();
        validator.initialize(ManifestValue.class.getAnnotation(ServerRules.class));
        assertThat(validator.isValid(new Namespace(ObjectMeta.EMPTY), CONTEXT)).isTrue();
        assertThat(validator.isValid(null, CONTEXT)).isTrue();
    }

    @Test
    void rejectsAMissingContext() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ServerRulesValidator().isValid(null, null))
                .withMessage("context");
    }
}
