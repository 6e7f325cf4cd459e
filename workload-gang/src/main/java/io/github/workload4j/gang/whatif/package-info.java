/**
 * What would help: the nearest fits, nodes to add, pods to evict, room for shapes, whole queues.
 *
 * <p>Every suggestion is verified by the kernel before it is made: with it the group fits, with one step less it does
 * not. Everything here is a pure function of its arguments (but for a deadline in the budget).
 *
 * <p>All types are immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.whatif;

import org.jspecify.annotations.NullMarked;
