/**
 * The Workload API as immutable values: one record per API type, one sealed interface per API union, for all versions of the API.
 *
 * <p>The words are those of the newest version; an object knows the {@link io.github.workload4j.api.ApiVersion} it is written in. A value of this package can
 * always be printed as a manifest, but need not be a manifest that a cluster accepts: constructors reject only what cannot be
 * represented (a null name, a null list element) with a {@link NullPointerException}. Every further rule is the policy module's, and is
 * reported, not thrown.
 *
 * <p>Absent and zero are not told apart where the API does not: an absent text is the empty text, an absent count 0. Where the API does
 * tell them apart, the component may be null.
 *
 * <p>All types are thread-safe. Lists are copied on the way in and unmodifiable on the way out.
 */
@NullMarked
package io.github.workload4j.api;

import org.jspecify.annotations.NullMarked;
