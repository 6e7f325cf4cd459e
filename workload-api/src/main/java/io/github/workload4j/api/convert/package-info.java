/**
 * Between the versions of the Workload API, with a report of what is lost.
 *
 * <p>The API server of 1.37 and 1.38 converts only between {@code v1alpha3} and {@code v1beta1}; everything else here
 * is this project's own definition. A conversion never guesses and never fills in a default: what has no place is
 * reported, what cannot be decided is left as it is and reported.
 *
 * <p>All types are immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.convert;

import org.jspecify.annotations.NullMarked;
