package io.github.workload4j.policy.bean;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

/** A violation whose invalid value is the bad value of an object. */
record ExactViolation<T>(ConstraintViolation<T> violation) implements ConstraintViolation<T> {

    @Override
    public @Nullable Object getInvalidValue() {
        return ServerViolation.badValue(violation);
    }

    @Override
    public String getMessage() {
        return violation.getMessage();
    }

    @Override
    public String getMessageTemplate() {
        return violation.getMessageTemplate();
    }

    @Override
    public T getRootBean() {
        return violation.getRootBean();
    }

    @Override
    public Class<T> getRootBeanClass() {
        return violation.getRootBeanClass();
    }

    @Override
    public Object getLeafBean() {
        return violation.getLeafBean();
    }

    @Override
    public Object[] getExecutableParameters() {
        return violation.getExecutableParameters();
    }

    @Override
    public Object getExecutableReturnValue() {
        return violation.getExecutableReturnValue();
    }

    @Override
    public Path getPropertyPath() {
        return violation.getPropertyPath();
    }

    @Override
    public ConstraintDescriptor<?> getConstraintDescriptor() {
        return violation.getConstraintDescriptor();
    }

    @Override
    public <U> U unwrap(Class<U> type) {
        return type.isInstance(this) ? type.cast(this) : violation.unwrap(type);
    }
}
