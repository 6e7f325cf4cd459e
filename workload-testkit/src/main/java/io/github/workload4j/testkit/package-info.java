/**
 * Arbitrary manifests for property tests with jqwik: valid ones, ones that break rules, and texts that readers trip
 * over.
 *
 * <p>Generators prefer small values with many ties, so that a failing sample shrinks to something a person can draw.
 * Arbitraries are stateless and may be shared.
 *
 * <p>A null that is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.testkit;

import org.jspecify.annotations.NullMarked;
