/**
 * The brute-force oracle: the scheduler's rules as they are written down, asked again and again from scratch, and every
 * set of pods, every order and every node tried. Small, slow, and meant to be obviously right; for clusters of a
 * handful of nodes and pods.
 *
 * <p>It shares no code with the answer it judges.
 *
 * <p>A null that is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.testkit.oracle;

import org.jspecify.annotations.NullMarked;
