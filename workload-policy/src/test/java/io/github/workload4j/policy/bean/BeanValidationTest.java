package io.github.workload4j.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.policy.rule.ManifestRules;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BeanValidationTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Workload TWO_FAULTS = Workload.of(
            ApiVersion.V1ALPHA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 0), PodGroupTemplate.basic("ranks"));

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void thisTestRunsOnTheModulePath() {
        assertThat(Update.class.getModule().isNamed()).isTrue();
        assertThat(FACTORY.getClass().getModule().isNamed()).isTrue();
    }

    @Test
    void thePlainBootstrapFindsTheRules() {
        assertThat(lines(FACTORY.getValidator().validate(TWO_FAULTS)))
                .containsExactly(
                        "spec.podGroups[0].policy.gang.minCount: Invalid value: 0: must be greater than zero",
                        "spec.podGroups[1].name: Duplicate value: \"ranks\"");
    }

    @Test
    void aValidObjectHasNoViolation() {
        Workload good = Workload.of(ApiVersion.V1ALPHA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 4));
        assertThat(FACTORY.getValidator().validate(good)).isEmpty();
    }

    private static final class Bean {
        @Valid
        public final Workload workload;

        public final Map<String, @Valid Workload> byName;

        Bean(Workload workload, Map<String, Workload> byName) {
            this.workload = workload;
            this.byName = byName;
        }
    }

    @Test
    void validOnAFieldIsEnough() {
        assertThat(lines(classPathLike().validate(new Bean(TWO_FAULTS, Map.of("x", TWO_FAULTS)))))
                .contains("workload.spec.podGroups[1].name: Duplicate value: \"ranks\"")
                .contains("byName[x].spec.podGroups[1].name: Duplicate value: \"ranks\"");
    }

    /** Hibernate Validator reads fields; the test's package is open to it, as a user's would be. */
    private static Validator classPathLike() {
        BeanValidationTest.class
                .getModule()
                .addOpens("io.github.workload4j.policy.bean", FACTORY.getClass().getModule());
        return FACTORY.getValidator();
    }

    public static class Service {
        public void submit(@Valid Workload workload) {}
    }

    @Test
    void validOnAParameterIsEnough() throws Exception {
        Set<ConstraintViolation<Service>> violations = FACTORY.getValidator()
                .forExecutables()
                .validateParameters(
                        new Service(), Service.class.getMethod("submit", Workload.class), new Object[] {TWO_FAULTS});
        assertThat(lines(violations))
                .hasSize(2)
                .allMatch(line -> line.startsWith("submit.") && line.contains(".spec.podGroups["));
    }

    @Test
    void anUpdateIsJudgedAtThePathsOfTheNewObject() {
        Workload old = Workload.of(ApiVersion.V1BETA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 4));
        Workload renamed = Workload.of(ApiVersion.V1BETA1, "hpc", "solver", PodGroupTemplate.gang("rank", 4));
        assertThat(lines(FACTORY.getValidator().validate(Update.of(old, renamed))))
                .containsExactly(
                        "spec.podGroupTemplates: Forbidden: item may not be removed",
                        "spec.podGroupTemplates[0]: Forbidden: item may not be added");
        assertThat(FACTORY.getValidator().validate(Update.of(old, old))).isEmpty();
    }

    @Test
    void anUpdateOfOtherKindsIsRefused() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "hpc", "g", 4);
        assertThatThrownBy(() -> Update.of(group, TWO_FAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("updated: Workload (expected: PodGroup, as the stored object)");
    }

    @Test
    void rulesCanBeHandedInForAFactoryAndForACall() {
        ManifestRules strict = ManifestRules.standard()
                .withNamespaceRequired(true)
                .withFeatureGates(FeatureGates.of(FeatureGate.GENERIC_WORKLOAD));
        Workload nowhere = TWO_FAULTS.withMetadata(ObjectMeta.of("solver"));
        try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .constraintValidatorPayload(strict)
                .buildValidatorFactory()) {
            assertThat(lines(factory.getValidator().validate(nowhere))).contains("metadata.namespace: Required value");
        }
        Validator validator = FACTORY.unwrap(org.hibernate.validator.HibernateValidatorFactory.class)
                .usingContext()
                .constraintValidatorPayload(strict)
                .getValidator();
        assertThat(lines(validator.validate(nowhere))).contains("metadata.namespace: Required value");
    }

    @Test
    void theViolationRidesAlong() {
        for (ConstraintViolation<Workload> violation : FACTORY.getValidator().validate(TWO_FAULTS)) {
            Violation ours = ServerViolation.of(violation).orElseThrow();
            assertThat(ours.path()).hasToString(violation.getPropertyPath().toString());
            assertThat(ours.rule()).isIn("A1-9", "A1-12");
            assertThat(ours.message()).isEqualTo(violation.getMessage());
        }
    }

    @Test
    void valuesAreNeverInterpreted() {
        for (String nasty : List.of(
                "${1+1}",
                "{found}",
                "{io.github.workload4j.policy.Required}",
                "a\\{b\\}",
                "\\\\",
                "\"",
                "$",
                "{",
                "}",
                "${",
                "#{1}",
                "\\${1+1}")) {
            Workload workload = TWO_FAULTS.withMetadata(
                    ObjectMeta.builder().namespace("hpc").name(nasty).build());
            Set<String> expected = ManifestRules.standard().checkCreate(workload).stream()
                    .map(Violation::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(lines(FACTORY.getValidator().validate(workload)))
                    .as(nasty)
                    .isEqualTo(expected);
            try (ValidatorFactory plain = withoutExpressions()) {
                assertThat(lines(plain.getValidator().validate(workload)))
                        .as(nasty)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void messagesCanBeTranslated() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            try (ValidatorFactory german = Validation.buildDefaultValidatorFactory()) {
                assertThat(lines(german.getValidator().validate(TWO_FAULTS)))
                        .containsExactly(
                                "spec.podGroups[0].policy.gang.minCount: minCount ist 0, muss aber mindestens 1 sein",
                                "spec.podGroups[1].name: Doppelter Wert: \"ranks\"");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void worksWithoutAnExpressionLanguage() {
        try (ValidatorFactory factory = withoutExpressions()) {
            assertThat(lines(factory.getValidator().validate(TWO_FAULTS))).hasSize(2);
        }
    }

    private static ValidatorFactory withoutExpressions() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }

    private static <T> TreeSet<String> lines(Set<ConstraintViolation<T>> violations) {
        TreeSet<String> lines = new TreeSet<>();
        violations.forEach(violation -> lines.add(violation.getPropertyPath() + ": " + violation.getMessage()));
        return lines;
    }
}
