/** Small programs to copy. The {@code workload} command is in {@link io.github.workload4j.examples.command}. */
@NullMarked
package io.github.workload4j.examples;

import org.jspecify.annotations.NullMarked;
