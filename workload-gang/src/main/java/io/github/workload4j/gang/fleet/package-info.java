/**
 * One question and many clusters: which of them takes a group, in what order, and what would help where none does.
 *
 * <p>A null that is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.fleet;

import org.jspecify.annotations.NullMarked;
