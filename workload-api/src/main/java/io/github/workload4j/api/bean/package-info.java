/**
 * How Jakarta Bean Validation finds the rules of the API server of each object's release, without the user's code being
 * touched: objects carry {@link io.github.workload4j.api.bean.ServerRules}, and the rules themselves are a service that
 * {@code workload-policy} provides.
 *
 * <p>Nothing here is needed, or even loaded, without Bean Validation.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.bean;

import org.jspecify.annotations.NullMarked;
