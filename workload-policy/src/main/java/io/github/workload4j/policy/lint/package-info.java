/**
 * Warnings: what the API server of every release accepts and what is almost surely not meant, seen across the objects
 * of one stream.
 *
 * <p>A lint speaks only of what the stream shows. A stream without pods says nothing about how many pods a group has,
 * one without nodes nothing about topology. Templates nested deeper than a hundred levels are not looked at: rule B-13
 * refuses them. A namespace that is left out is {@code default}. All types are immutable and thread-safe. A null that
 * is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.policy.lint;

import org.jspecify.annotations.NullMarked;
