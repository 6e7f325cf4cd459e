/**
 * Answers in numbers with their evidence: placements, and the certificates that no placement exists.
 *
 * <p>All types are immutable and thread-safe. {@code gang.proof.check} tells whether they are true.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.proof;

import org.jspecify.annotations.NullMarked;
