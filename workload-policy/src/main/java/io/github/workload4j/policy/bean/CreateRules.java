package io.github.workload4j.policy.bean;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.bean.BeanRules;
import io.github.workload4j.api.meta.ApiObject;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** Judges objects by the rules of create; found as a service. Thread-safe. */
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public final class CreateRules implements BeanRules {

    /** Called by the service loader. */
    public CreateRules() {}

    @Override
    public boolean isValid(Object object, ConstraintValidatorContext context) {
        requireNonNull(object, "object");
        requireNonNull(context, "context");
        if (!(object instanceof ApiObject judged)) {
            throw new ConstraintDeclarationException(object.getClass().getSimpleName()
                    + ": a part of a manifest is judged with the whole, as it does not say of which version it is"
                    + " (expected: @Valid on a Workload, PodGroup, CompositePodGroup, Pod, Job or PriorityClass)");
        }
        HibernateConstraintValidatorContext ours = context.unwrap(HibernateConstraintValidatorContext.class);
        return Reporting.report(Reporting.rules(ours).checkCreate(judged), ours);
    }
}
