/**
 * The part of {@code storage.k8s.io/v1} that scheduling reads, and everything about volumes that a cluster has, as one
 * value. All types are immutable values. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.storage;

import org.jspecify.annotations.NullMarked;
