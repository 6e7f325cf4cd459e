/**
 * The checker of placements: replays one pod after the other, in Kubernetes terms, from the objects themselves.
 *
 * <p>It shares no code with whoever found the placement: not the snapshot, not the rules, not the arithmetic. An answer
 * that passes here is right whatever the search thought.
 *
 * <p>All public types are safe to share between threads. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.replay;

import org.jspecify.annotations.NullMarked;
