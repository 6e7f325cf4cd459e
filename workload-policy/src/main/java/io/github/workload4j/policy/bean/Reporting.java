package io.github.workload4j.policy.bean;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.rule.ManifestRules;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeBuilderDefinedContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeContextBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderDefinedContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeContextBuilder;
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
     * Builds the path. Bean Validation puts the index or key of an item before the name of what follows: {@code
     * podGroups} and then {@code name in iterable at 1} prints as {@code podGroups[1].name}; an item itself is a node
     * without a name.
     */
    private static void add(List<FieldPath.Step> steps, ConstraintViolationBuilder builder) {
        @Nullable NodeBuilderCustomizableContext last = null;
        @Nullable NodeBuilderDefinedContext placed = null;
        FieldPath.@Nullable Step pending = null;
        for (FieldPath.Step step : steps) {
            if (!(step instanceof FieldPath.Field field)) {
                pending = step;
                continue;
            }
            NodeBuilderCustomizableContext next = last != null
                    ? last.addPropertyNode(field.name())
                    : placed != null ? placed.addPropertyNode(field.name()) : builder.addPropertyNode(field.name());
            placed = pending == null ? null : at(next.inIterable(), pending);
            last = pending == null ? next : null;
            pending = null;
        }
        if (pending != null) {
            if (last != null) {
                at(last.addBeanNode().inIterable(), pending).addConstraintViolation();
            } else if (placed != null) {
                at(placed.addBeanNode().inIterable(), pending).addConstraintViolation();
            }
        } else if (last != null) {
            last.addConstraintViolation();
        } else if (placed != null) {
            placed.addConstraintViolation();
        } else {
            builder.addConstraintViolation();
        }
    }

    private static NodeBuilderDefinedContext at(NodeContextBuilder node, FieldPath.Step place) {
        return place instanceof FieldPath.Index index
                ? node.atIndex(index.index())
                : node.atKey(((FieldPath.Key) place).key());
    }

    private static LeafNodeBuilderDefinedContext at(LeafNodeContextBuilder node, FieldPath.Step place) {
        return place instanceof FieldPath.Index index
                ? node.atIndex(index.index())
                : node.atKey(((FieldPath.Key) place).key());
    }
}
