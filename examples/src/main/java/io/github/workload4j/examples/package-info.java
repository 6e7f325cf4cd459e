/** Small programs to copy. The {@code workload} command is in {@code io.github.workload4j.cli}. */
@NullMarked
package io.github.workload4j.examples;

import org.jspecify.annotations.NullMarked;
