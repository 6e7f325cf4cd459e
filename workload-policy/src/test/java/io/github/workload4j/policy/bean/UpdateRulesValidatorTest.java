package io.github.workload4j.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.Condition;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UpdateRulesValidatorTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 2);
    private static final PodGroup CHANGED = GROUP.withSpec(
                    GROUP.spec().toBuilder().priorityClassName("high").build())
            .withStatus(new PodGroupStatus(List.of(Condition.builder().build()), List.of()));

    private static Set<String> rules(Update update) {
        Set<String> rules = new TreeSet<>();
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            factory.getValidator()
                    .validate(update)
                    .forEach(violation -> rules.add(
                            ServerViolation.of(violation).map(Violation::rule).orElse("none of ours")));
        }
        return rules;
    }

    @Test
    void updatesAreMarkedByUpdateRulesWhichThisJudges() {
        assertThat(Update.class.isAnnotationPresent(UpdateRules.class)).isTrue();
        assertThat(UpdateRules.class.getAnnotation(Constraint.class).validatedBy())
                .containsExactly(UpdateRulesValidator.class);
    }

    @Test
    void statusIsJudgedByItsOwnRules() {
        assertThat(rules(Update.ofStatus(GROUP, CHANGED))).contains("S-2", "S-3");
        assertThat(rules(Update.of(GROUP, CHANGED))).isNotEmpty().doesNotContain("S-2", "S-3", "none of ours");
    }

    @Test
    void nothingIsAValidUpdate() {
        ConstraintValidatorContext untouched = (ConstraintValidatorContext) Proxy.newProxyInstance(
                ConstraintValidatorContext.class.getClassLoader(),
                new Class<?>[] {ConstraintValidatorContext.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError("called: " + method);
                });
        assertThat(new UpdateRulesValidator().isValid(null, untouched)).isTrue();
        assertThatThrownBy(() -> new UpdateRulesValidator().isValid(null, null)).hasMessage("context");
    }
}
