package io.github.workload4j.policy.bean;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Optional;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/**
 * What of ours is in a violation of Bean Validation: type, offending value, rule id and origin.
 *
 * <p>Of a constraint about a whole object Bean Validation says that the object is the invalid value: a constraint may
 * say where in it the violation is, and how it reads, but no provider lets it say another value. So {@code
 * getInvalidValue} of a plain validator is the whole object. Which value of it is bad says {@link #badValue}, of any
 * violation of any validator; a validator {@link #withBadValues} has it as {@code getInvalidValue}.
 */
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public final class ServerViolation {

    private ServerViolation() {}

    /** {@return the broken rule of the release's API server, or empty if the violation is another constraint's} */
    public static Optional<Violation> of(ConstraintViolation<?> violation) {
        requireNonNull(violation, "violation");
        HibernateConstraintViolation<?> ours = violation.unwrap(HibernateConstraintViolation.class);
        return Optional.ofNullable(ours.getDynamicPayload(Violation.class));
    }

    /**
     * {@return the bad value of the object, at the path of the violation; of another constraint what it says itself}
     *
     * <p>Texts, truths and numbers (Integer where it fits, else Long) are themselves; objects and lists are maps and
     * lists of these as in the manifest, unmodifiable. It is null if what is wrong is that there is none.
     */
    public static @Nullable Object badValue(ConstraintViolation<?> violation) {
        requireNonNull(violation, "violation");
        Object judged = violation.getInvalidValue();
        Optional<Violation> ours = of(violation);
        if (ours.isEmpty() || !(judged instanceof ApiObject || judged instanceof Update)) {
            return judged;
        }
        return new BadValues(judged instanceof Update update ? update.updated() : (ApiObject) judged).of(ours.get());
    }

    /**
     * {@return a validator that finds what another one does, with bad values in place of whole objects}
     *
     * <p>{@code getInvalidValue} of its violations is {@link #badValue}; all else is the other validator's.
     */
    public static Validator withBadValues(Validator validator) {
        return new ExactValidator(requireNonNull(validator, "validator"));
    }
}
