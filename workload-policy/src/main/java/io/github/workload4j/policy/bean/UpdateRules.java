package io.github.workload4j.policy.bean;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The update is one that the API server of its release would accept. */
@Documented
@Constraint(validatedBy = UpdateRulesValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SuppressWarnings("exports") // who uses this has Jakarta Validation anyway; others must not need it
public @interface UpdateRules {

    /** {@return not used: every violation brings its own message} */
    String message() default "{io.github.workload4j.policy.Invalid}";

    /** {@return the groups in which updates are judged} */
    Class<?>[] groups() default {};

    /** {@return payload for clients} */
    Class<? extends Payload>[] payload() default {};
}
