/**
 * When each group of a queue starts, and where: running pods end, room is reserved, and nobody is delayed by a group
 * behind it.
 *
 * <p>A null that is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.timetable;

import org.jspecify.annotations.NullMarked;
