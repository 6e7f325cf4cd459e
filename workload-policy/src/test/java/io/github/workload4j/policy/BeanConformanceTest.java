package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.bean.ServerViolation;
import io.github.workload4j.policy.bean.Update;
import io.github.workload4j.policy.rule.ManifestRules;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bean Validation says of each conformance case what the direct call says. */
class BeanConformanceTest {

    private static final HibernateValidatorFactory FACTORY =
            Validation.buildDefaultValidatorFactory().unwrap(HibernateValidatorFactory.class);

    static Stream<Case> cases() {
        return ValidationConformanceTest.decodable();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheDirectCall(Case c) {
        ManifestRules rules = ValidationConformanceTest.rules(c);
        Object bean = switch (c.operation()) {
            case "create" -> c.object();
            case "update" -> Update.of(c.oldObject(), c.object());
            default -> Update.ofStatus(c.oldObject(), c.object());
        };
        assertAgree(rules, bean, ValidationConformanceTest.check(c));
    }

    /**
     * Any object of the cases as an update of any other of its kind, with any gates: most of these are wrong in many
     * ways at once.
     */
    @Test
    void agreesOnRandomUpdates() {
        Random random = new Random(20261125);
        List<ApiObject> objects = cases().map(Case::object).toList();
        for (int i = 0; i < 600; i++) {
            ApiObject updated = objects.get(random.nextInt(objects.size()));
            List<ApiObject> same = objects.stream()
                    .filter(object -> object.kind().equals(updated.kind()))
                    .toList();
            ApiObject old = same.get(random.nextInt(same.size()));
            ManifestRules rules = ManifestRules.server()
                    .withSetup(Setups.random(updated, random))
                    .withDroppedFieldsForbidden(random.nextBoolean());
            assertAgree(rules, updated, rules.checkCreate(updated));
            assertAgree(rules, Update.of(old, updated), rules.checkUpdate(old, updated));
            assertAgree(rules, Update.ofStatus(old, updated), rules.checkStatusUpdate(old, updated));
        }
    }

    private static void assertAgree(ManifestRules rules, Object bean, List<Violation> expected) {
        Validator validator =
                FACTORY.usingContext().constraintValidatorPayload(rules).getValidator();
        Set<ConstraintViolation<Object>> violations = validator.validate(bean);
        Set<Violation> ours = new HashSet<>();
        Set<String> lines = new TreeSet<>();
        for (ConstraintViolation<Object> violation : violations) {
            ours.add(ServerViolation.of(violation).orElseThrow());
            lines.add(violation.getPropertyPath() + ": " + violation.getMessage());
        }
        Set<Violation> direct = new HashSet<>(expected);
        Set<String> directLines = new TreeSet<>();
        direct.forEach(violation -> directLines.add(violation.toString()));
        assertThat(ours).isEqualTo(direct);
        assertThat(lines).isEqualTo(directLines);
    }
}
