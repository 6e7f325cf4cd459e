/** The commands about room: how many of a shape fit, and a queue of groups. */
@NullMarked
package io.github.workload4j.cli.capacity;

import org.jspecify.annotations.NullMarked;
