package io.github.workload4j.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.meta.ObjectMeta;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExactValidatorTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = ServerViolation.withBadValues(FACTORY.getValidator());
    private static final Workload TWO_FAULTS = Workload.of(
            ApiVersion.V1ALPHA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 0), PodGroupTemplate.basic("ranks"));

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    /** What a user has. */
    public static final class Bean {
        @Valid
        public final Workload workload = TWO_FAULTS;

        @Size(max = 1)
        public final String name = "long";
    }

    public static class Service {
        public void submit(@Valid Workload workload) {}
    }

    private static List<Object> badValues(Object object) {
        List<Object> values = new ArrayList<>();
        VALIDATOR.validate(object).forEach(violation -> values.add(violation.getInvalidValue()));
        return values;
    }

    @Test
    void invalidValueIsTheBadOne() {
        assertThat(badValues(TWO_FAULTS)).containsExactlyInAnyOrder(0, "ranks");
        assertThat(badValues(PodGroup.gang(ApiVersion.V1BETA1, "hpc", "A b", -1)))
                .containsExactlyInAnyOrder("A b", -1);
        assertThat(badValues(PodGroup.gang(ApiVersion.V1BETA1, "hpc", "g", 1))).isEmpty();
    }

    @Test
    void plainValidatorKnowsTheWholeObjectOnlyAndTheBadValueIsAskedForOfItsViolations() {
        assertThat(FACTORY.getValidator().validate(TWO_FAULTS))
                .allSatisfy(violation -> assertThat(violation.getInvalidValue()).isSameAs(TWO_FAULTS))
                .extracting(violation -> ServerViolation.badValue(violation))
                .containsExactlyInAnyOrder(0, "ranks");
    }

    @Test
    void whatIsMissingHasNoValue() {
        Workload none = new Workload(ApiVersion.V1ALPHA1, ObjectMeta.of("hpc", ""), WorkloadSpec.EMPTY);
        assertThat(badValues(none)).containsOnlyNulls().hasSize(2);
    }

    @Test
    void valueInsideABeanIsItsOwnAndThatOfOtherConstraintsTheirs() {
        ExactValidatorTest.class
                .getModule()
                .addOpens("io.github.workload4j.policy.bean", HibernateValidator.class.getModule());
        assertThat(badValues(new Bean())).containsExactlyInAnyOrder(0, "ranks", "long");
        assertThat(VALIDATOR.validateProperty(new Bean(), "name"))
                .extracting(ConstraintViolation::getInvalidValue)
                .containsExactly("long");
    }

    @Test
    void valueOfAnUpdateIsThatOfTheNewObject() {
        Workload old = Workload.of(ApiVersion.V1BETA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 4));
        Workload renamed = Workload.of(ApiVersion.V1BETA1, "hpc", "solver", PodGroupTemplate.gang("rank", 4));
        Map<String, Object> template =
                Map.of("name", "rank", "schedulingPolicy", Map.of("gang", Map.of("minCount", 4)));
        assertThat(badValues(Update.of(old, renamed))).containsExactlyInAnyOrder(template, List.of(template));
    }

    @Test
    void parametersAndAllElseAreAsTheValidatorHasThem() throws Exception {
        assertThat(VALIDATOR
                        .forExecutables()
                        .validateParameters(
                                new Service(),
                                Service.class.getMethod("submit", Workload.class),
                                new Object[] {TWO_FAULTS}))
                .extracting(ConstraintViolation::getInvalidValue)
                .containsExactlyInAnyOrder(0, "ranks");
        for (ConstraintViolation<Workload> violation : VALIDATOR.validate(TWO_FAULTS)) {
            assertThat(violation.getRootBean()).isSameAs(TWO_FAULTS);
            assertThat(violation.getLeafBean()).isSameAs(TWO_FAULTS);
            assertThat(violation.unwrap(HibernateConstraintViolation.class)).isNotNull();
            assertThat(ServerViolation.of(violation)).isPresent();
        }
    }
}
