/**
 * Parts of a question in numbers as questions of their own, for the search and the checker. Not exported.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package io.github.workload4j.gang.excerpt;

import org.jspecify.annotations.NullMarked;
