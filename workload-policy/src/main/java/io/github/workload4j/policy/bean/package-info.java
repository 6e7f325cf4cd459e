/**
 * The rules of the API server of a release as Jakarta Bean Validation.
 *
 * <p>With this module and Hibernate Validator on the class path or module path, nothing has to be registered: {@code
 * Validation.buildDefaultValidatorFactory().getValidator().validate(workload)} and {@code @Valid} on a parameter or
 * field that holds an object of the model give what {@link io.github.workload4j.policy.rule.ManifestRules#checkCreate}
 * gives, with the paths of the manifest. An {@link io.github.workload4j.policy.bean.Update} is judged by the rules of
 * an update. {@code @Valid} on a part of an object, such as a template, is refused. {@code getInvalidValue} is the bad
 * value of the violations of a validator {@linkplain io.github.workload4j.policy.bean.ServerViolation#withBadValues
 * with bad values}, as a provider itself knows the whole object only.
 *
 * <p>Other rules than {@link io.github.workload4j.policy.rule.ManifestRules#standard()} are handed in as {@code
 * constraintValidatorPayload} of the Hibernate Validator factory or context. Each violation carries its {@link
 * io.github.workload4j.api.field.Violation} as dynamic payload: see {@link
 * io.github.workload4j.policy.bean.ServerViolation}. Messages come from the resource bundle {@code
 * ContributorValidationMessages}, to which a user adds a language by a file of that name with its suffix; expression
 * language is not used.
 *
 * <p>Nothing here is loaded, or needed, without Bean Validation. All types are thread-safe.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.policy.bean;

import org.jspecify.annotations.NullMarked;
