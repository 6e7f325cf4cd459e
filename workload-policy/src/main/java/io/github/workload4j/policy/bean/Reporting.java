package io.github.workload4j.policy.bean;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.rule.ManifestRules;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderDefinedContext;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Violations as those of Bean Validation. */
final class Reporting {

    private static final String KEYS = "io.github.workload4j.policy.";

    private Reporting() {}

    /** {@return the rules that were handed in, or the standard ones} */
    static ManifestRules rules(HibernateConstraintValidatorContext context) {
        ManifestRules rules = context.getConstraintValidatorPayload(ManifestRules.class);
        return rules == null ? ManifestRules.standard() : rules;
    }

    /** Reports each violation, and says whether there is none. */
    static boolean report(List<Violation> violations, HibernateConstraintValidatorContext context) {
        if (violations.isEmpty()) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        for (Violation violation : violations) {
            context.addMessageParameter("found", violation.found());
            context.addMessageParameter("detail", violation.detail());
            context.addMessageParameter(
                    "rest",
                    violation.message().substring(violation.type().text().length()));
            context.withDynamicPayload(violation);
            String template =
                    "{" + KEYS + violation.rule() + "." + violation.type().label() + "}";
            add(violation.path().steps(), context.buildConstraintViolationWithTemplate(template));
        }
        return false;
    }

    /**
     * Builds the path. Bean Validation puts the index of an item before the name of what follows: {@code podGroups} and
     * then {@code name in iterable at 1} prints as {@code podGroups[1].name}; an item itself is a node without a name.
     */
    private static void add(List<FieldPath.Step> steps, ConstraintViolationBuilder builder) {
        @Nullable NodeBuilderCustomizableContext last = null;
        @Nullable NodeBuilderDefinedContext indexed = null;
        int pending = -1;
        for (FieldPath.Step step : steps) {
            if (step instanceof FieldPath.Index index) {
                pending = index.index();
                continue;
            }
            String name = step instanceof FieldPath.Field field ? field.name() : ((FieldPath.Key) step).key();
            NodeBuilderCustomizableContext next = last != null
                    ? last.addPropertyNode(name)
                    : indexed != null ? indexed.addPropertyNode(name) : builder.addPropertyNode(name);
            if (pending >= 0) {
                indexed = next.inIterable().atIndex(pending);
                last = null;
                pending = -1;
            } else {
                last = next;
                indexed = null;
            }
        }
        if (last != null) {
            if (pending >= 0) {
                last.addBeanNode().inIterable().atIndex(pending).addConstraintViolation();
            } else {
                last.addConstraintViolation();
            }
        } else if (indexed != null) {
            if (pending >= 0) {
                indexed.addBeanNode().inIterable().atIndex(pending).addConstraintViolation();
            } else {
                indexed.addConstraintViolation();
            }
        } else {
            builder.addConstraintViolation();
        }
    }
}
