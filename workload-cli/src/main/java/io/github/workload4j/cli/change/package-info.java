/** The what-if command: stated changes, and suggestions that can be pasted back. */
@NullMarked
package io.github.workload4j.cli.change;

import org.jspecify.annotations.NullMarked;
