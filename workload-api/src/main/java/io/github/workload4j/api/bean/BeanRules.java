package io.github.workload4j.api.bean;

import jakarta.validation.ConstraintValidatorContext;

/** The service that judges objects for Bean Validation. Implementations are thread-safe. */
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public interface BeanRules {

    /**
     * {@return whether an object breaks no rule}
     *
     * @param object an object of the model; of a part of one, or of anything else, nothing can be said
     * @param context takes the violations, one for each broken rule
     * @throws jakarta.validation.ConstraintDeclarationException if it is none
     */
    boolean isValid(Object object, ConstraintValidatorContext context);
}
