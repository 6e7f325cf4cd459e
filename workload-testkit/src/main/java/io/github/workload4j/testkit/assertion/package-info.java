/**
 * AssertJ's way to say what fits a cluster, and what a placement must keep. Needs {@code assertj-core} 3.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.testkit.assertion;

import org.jspecify.annotations.NullMarked;
