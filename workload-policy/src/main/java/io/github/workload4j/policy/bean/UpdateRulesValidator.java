package io.github.workload4j.policy.bean;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.rule.ManifestRules;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Judges updates. Thread-safe. */
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public final class UpdateRulesValidator implements ConstraintValidator<UpdateRules, Update> {

    /** Called by the validation provider. */
    public UpdateRulesValidator() {}

    @Override
    public boolean isValid(@Nullable Update update, ConstraintValidatorContext context) {
        requireNonNull(context, "context");
        if (update == null) {
            return true;
        }
        HibernateConstraintValidatorContext ours = context.unwrap(HibernateConstraintValidatorContext.class);
        ManifestRules rules = Reporting.rules(ours);
        List<Violation> violations = update.status()
                ? rules.checkStatusUpdate(update.old(), update.updated())
                : rules.checkUpdate(update.old(), update.updated());
        return Reporting.report(violations, ours);
    }
}
