package io.github.workload4j.policy.bean;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

/** A validator whose violations have the bad value of an object in place of the object. */
record ExactValidator(Validator validator) implements Validator {

    private static <T> Set<ConstraintViolation<T>> exact(Set<ConstraintViolation<T>> violations) {
        Set<ConstraintViolation<T>> exact = new LinkedHashSet<>();
        violations.forEach(violation -> exact.add(new ExactViolation<>(violation)));
        return exact;
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validate(T object, Class<?>... groups) {
        return exact(validator.validate(object, groups));
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateProperty(T object, String property, Class<?>... groups) {
        return exact(validator.validateProperty(object, property, groups));
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateValue(
            Class<T> type, String property, Object value, Class<?>... groups) {
        return exact(validator.validateValue(type, property, value, groups));
    }

    @Override
    public BeanDescriptor getConstraintsForClass(Class<?> type) {
        return validator.getConstraintsForClass(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.isInstance(this) ? type.cast(this) : validator.unwrap(type);
    }

    @Override
    public ExecutableValidator forExecutables() {
        return new Executables(validator.forExecutables());
    }

    private record Executables(ExecutableValidator validator) implements ExecutableValidator {

        @Override
        public <T> Set<ConstraintViolation<T>> validateParameters(
                T object, Method method, Object[] values, Class<?>... groups) {
            return exact(validator.validateParameters(object, method, values, groups));
        }

        @Override
        public <T> Set<ConstraintViolation<T>> validateReturnValue(
                T object, Method method, Object value, Class<?>... groups) {
            return exact(validator.validateReturnValue(object, method, value, groups));
        }

        @Override
        public <T> Set<ConstraintViolation<T>> validateConstructorParameters(
                Constructor<? extends T> constructor, Object[] values, Class<?>... groups) {
            return exact(validator.validateConstructorParameters(constructor, values, groups));
        }

        @Override
        public <T> Set<ConstraintViolation<T>> validateConstructorReturnValue(
                Constructor<? extends T> constructor, T value, Class<?>... groups) {
            return exact(validator.validateConstructorReturnValue(constructor, value, groups));
        }
    }
}
