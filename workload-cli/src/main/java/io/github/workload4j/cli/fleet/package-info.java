/** The commands about more than one cluster: {@code snapshot}, which stores one, and {@code where}, which asks many. */
@NullMarked
package io.github.workload4j.cli.fleet;

import org.jspecify.annotations.NullMarked;
