package io.github.workload4j.api.bean;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The object is one that the API server would accept. Every object of the model carries this constraint, so that {@code
 * @Valid} on whatever holds one is enough; it judges nothing unless {@code workload-policy} is there.
 */
@Documented
@Constraint(validatedBy = ServerRulesValidator.class)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public @interface ServerRules {

    /** {@return not used: every violation brings its own message} */
    String message() default "{io.github.workload4j.policy.Invalid}";

    /** {@return the groups in which objects are judged} */
    Class<?>[] groups() default {};

    /** {@return payload for clients} */
    Class<? extends Payload>[] payload() default {};
}
