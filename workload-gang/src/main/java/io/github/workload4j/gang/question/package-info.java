/**
 * The door: asks whether a group fits, and answers.
 *
 * <p>{@link io.github.workload4j.gang.question.Feasibility} opens a question about one group of a snapshot. What stands
 * against it before any node is looked at is decided at once. The rest is a {@link
 * io.github.workload4j.gang.question.GroupQuestion}, which is compiled into numbers, searched, checked and said as a
 * verdict. Whoever asks more than once about one group keeps the question.
 *
 * <p>The steps in between are not public.
 *
 * <p>All types are immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.question;

import org.jspecify.annotations.NullMarked;
