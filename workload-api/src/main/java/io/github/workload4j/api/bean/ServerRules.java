package io.github.workload4j.api.bean;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The object is one that the API server of its release would accept. Every object of the model carries this constraint,
 * so that {@code @Valid} on whatever holds one is enough; it judges nothing unless {@code workload-policy} is there.
 *
 * <p>Parts of objects, such as a template or a spec, carry it too, so that {@code @Valid} on one alone is refused with
 * a {@link jakarta.validation.ConstraintDeclarationException}: a part does not say of which version it is. As part of
 * its object it is judged with it.
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
