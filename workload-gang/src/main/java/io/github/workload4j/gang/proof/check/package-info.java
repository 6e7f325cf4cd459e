/**
 * The checker that believes nobody: it accepts a placement or a certificate by looking at the question alone, and
 * shares no code with the search that found them.
 *
 * <p>All public types but the checker's own work meter are immutable and thread-safe.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.proof.check;

import org.jspecify.annotations.NullMarked;
