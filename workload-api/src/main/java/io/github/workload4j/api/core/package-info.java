/**
 * The part of {@code core/v1} that scheduling reads: nodes, pods, quantities, affinities, tolerations, volumes and
 * their claims; and disruption budgets.
 *
 * <p>These types hold less than the API's: a pod's images, probes or environment are not kept, and a Pod written from
 * here is not the Pod that was read. Everything named in the documentation of a type is kept.
 *
 * <p>Constructors reject only what cannot be represented (a null text, a null list element) with a {@link
 * NullPointerException}. All types are immutable, equal by value and thread-safe. Collections are copied on the way in,
 * keep the manifest's order, and are unmodifiable on the way out.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.core;

import org.jspecify.annotations.NullMarked;
