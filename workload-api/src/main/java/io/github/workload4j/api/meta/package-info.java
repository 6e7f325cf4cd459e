/**
 * What objects of every kind have in common: metadata, conditions, selectors.
 *
 * <p>Constructors reject only what cannot be represented (a null text, a null list element) with a {@link
 * NullPointerException}; every further rule is the policy module's and is reported, not thrown. All types are
 * immutable, equal by value and thread-safe. Collections are copied on the way in, keep the manifest's order, and are
 * unmodifiable on the way out.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.meta;

import org.jspecify.annotations.NullMarked;
