package io.github.workload4j.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.bean.BeanRules;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.meta.ObjectMeta;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Proxy;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CreateRulesTest {

    /** A context that nobody may ask for anything. */
    private static final ConstraintValidatorContext UNTOUCHED = (ConstraintValidatorContext) Proxy.newProxyInstance(
            ConstraintValidatorContext.class.getClassLoader(),
            new Class<?>[] {ConstraintValidatorContext.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("called: " + method);
            });

    @Test
    void theyAreTheOneServiceOfTheirKind() {
        CreateRulesTest.class.getModule().addUses(BeanRules.class);
        assertThat(ServiceLoader.load(BeanRules.class)).singleElement().isInstanceOf(CreateRules.class);
    }

    @Test
    void whatIsNoWholeObjectIsTheCallersMistake() {
        assertThatThrownBy(() -> new CreateRules().isValid(ObjectMeta.of("a"), UNTOUCHED))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessage("ObjectMeta: a part of a manifest is judged with the whole, as it does not say of which"
                        + " version it is (expected: @Valid on a Workload, PodGroup, CompositePodGroup, Pod, Job or"
                        + " PriorityClass)");
        assertThatThrownBy(() -> new CreateRules().isValid("text", UNTOUCHED))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageStartingWith("String: ");
    }

    @Test
    void missingArgumentIsNamed() {
        assertThatThrownBy(() -> new CreateRules().isValid(null, UNTOUCHED)).hasMessage("object");
        assertThatThrownBy(() -> new CreateRules().isValid(new Namespace(ObjectMeta.EMPTY), null))
                .hasMessage("context");
    }
}
