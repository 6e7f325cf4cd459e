/**
 * The API server of a release as a whole: what becomes of a request, step by step. It fills in defaults, asks
 * admission, drops what its feature gates do not allow, and judges what is left; every step is in the answer.
 *
 * <p>All types are immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.policy.server;

import org.jspecify.annotations.NullMarked;
