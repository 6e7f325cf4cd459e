/** {@code workload groups}: what objects mean in groups. */
@NullMarked
package io.github.workload4j.cli.intent;

import org.jspecify.annotations.NullMarked;
