/** The inputs of a command: files found, read, and what is odd about them said; a cluster loaded from them. */
@NullMarked
package io.github.workload4j.cli.input;

import org.jspecify.annotations.NullMarked;
