package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.bean.ServerViolation;
import io.github.workload4j.policy.bean.Update;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bean Validation says of each conformance case what the direct call says. */
class BeanConformanceTest {

    private static final HibernateValidatorFactory FACTORY =
            Validation.buildDefaultValidatorFactory().unwrap(HibernateValidatorFactory.class);

    static Stream<Case> cases() {
        return ValidationConformanceTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheDirectCall(Case c) {
        ManifestRules rules = ManifestRules.server().withFeatureGates(c.gates());
        Validator validator = FACTORY.usingContext().constraintValidatorPayload(rules).getValidator();
        Set<ConstraintViolation<Object>> violations = validator.validate(
                switch (c.operation()) {
                    case "create" -> c.object();
                    case "update" -> Update.of(c.oldObject(), c.object());
                    default -> Update.ofStatus(c.oldObject(), c.object());
                });
        Set<Violation> ours = new HashSet<>();
        Set<String> lines = new TreeSet<>();
        for (ConstraintViolation<Object> violation : violations) {
            ours.add(ServerViolation.of(violation).orElseThrow());
            lines.add(violation.getPropertyPath() + ": " + violation.getMessage());
        }
        Set<Violation> direct = new HashSet<>(ValidationConformanceTest.check(c));
        Set<String> directLines = new TreeSet<>();
        direct.forEach(violation -> directLines.add(violation.toString()));
        assertThat(ours).isEqualTo(direct);
        assertThat(lines).isEqualTo(directLines);
    }
}
