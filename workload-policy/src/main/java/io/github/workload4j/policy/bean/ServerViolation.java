package io.github.workload4j.policy.bean;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.Optional;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/** What of ours is in a violation of Bean Validation: type, offending value, rule id and origin. */
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public final class ServerViolation {

    private ServerViolation() {}

    /** {@return the broken rule of the API server, or empty if the violation is another constraint's} */
    public static Optional<Violation> of(ConstraintViolation<?> violation) {
        requireNonNull(violation, "violation");
        HibernateConstraintViolation<?> ours = violation.unwrap(HibernateConstraintViolation.class);
        return Optional.ofNullable(ours.getDynamicPayload(Violation.class));
    }
}
