/**
 * Snapshots as bytes: a whole one, then what changed, as often as one likes. What no answer needs is not stored, what
 * many objects have in common is stored once. The form is described in {@code docs/stored-snapshots.md}.
 *
 * <p>A null that is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.stored;

import org.jspecify.annotations.NullMarked;
