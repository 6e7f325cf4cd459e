package io.github.workload4j.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.policy.Rule;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;

class ServerViolationTest {

    /** A user's own bean. */
    public static final class Bean {
        @NotNull
        public final String name = null;
    }

    @Test
    void aViolationOfARuleCarriesIt() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", -1);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(group))
                    .singleElement()
                    .extracting(violation ->
                            ServerViolation.of(violation).map(Violation::rule).flatMap(Rule::of))
                    .isEqualTo(Optional.of(Rule.B_7));
        }
    }

    @Test
    void partOfAManifestIsNotJudgedAlone() {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            for (Object part : List.of(
                    PodGroupTemplate.gang("a", 0),
                    new SchedulingPolicy.Gang(0),
                    ObjectMeta.of("ns", "A"),
                    new TopologyConstraint("A b"),
                    new PodSchedulingGroup(null),
                    PodSpec.EMPTY)) {
                assertThatThrownBy(() -> validator.validate(part))
                        .isInstanceOf(ConstraintDeclarationException.class)
                        .hasMessageContaining("a part of a manifest is judged with the whole");
            }
        }
    }

    @Test
    void aViolationOfAnotherConstraintCarriesNone() {
        ServerViolationTest.class.getModule().addOpens("io.github.workload4j.policy.bean", hibernate());
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(new Bean()))
                    .singleElement()
                    .extracting(violation -> ServerViolation.of(violation))
                    .isEqualTo(Optional.empty());
        }
    }

    private static Module hibernate() {
        return HibernateValidator.class.getModule();
    }
}
