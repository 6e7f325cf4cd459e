/**
 * From the building blocks that a controller embeds in its own objects to a Workload and its groups.
 *
 * <p>All types are immutable and thread-safe, and every function is pure. A null that is not declared nullable is
 * refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.intent.compile;

import org.jspecify.annotations.NullMarked;
