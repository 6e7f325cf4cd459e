/**
 * Devices and the claims for them ({@code resource.k8s.io}): slices, classes, claims, templates, taint rules.
 *
 * <p>One model for the versions {@code v1}, {@code v1beta2}, {@code v1beta1} and {@code v1alpha3}; it is {@code v1}.
 *
 * <p>A null that is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.device;

import org.jspecify.annotations.NullMarked;
