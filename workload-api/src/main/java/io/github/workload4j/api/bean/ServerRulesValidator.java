package io.github.workload4j.api.bean;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Hands objects to the {@link BeanRules} that are installed; without any, every object passes. Thread-safe. */
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public final class ServerRulesValidator implements ConstraintValidator<ServerRules, ApiObject> {

    private @Nullable BeanRules rules;

    /** Called by the validation provider. */
    public ServerRulesValidator() {}

    @Override
    public void initialize(ServerRules constraint) {
        requireNonNull(constraint, "constraint");
        rules = ServiceLoader.load(BeanRules.class, ServerRulesValidator.class.getClassLoader())
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean isValid(@Nullable ApiObject object, ConstraintValidatorContext context) {
        requireNonNull(context, "context");
        BeanRules installed = rules;
        return object == null || installed == null || installed.isValid(object, context);
    }
}
