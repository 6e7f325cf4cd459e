/** Measurements with JMH, against named peers in the same run. */
@NullMarked
package io.github.workload4j.benchmarks;

import org.jspecify.annotations.NullMarked;
