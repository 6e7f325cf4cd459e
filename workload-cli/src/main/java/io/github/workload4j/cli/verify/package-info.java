/** The command that checks the JSON of another answer, believing nothing. */
@NullMarked
package io.github.workload4j.cli.verify;

import org.jspecify.annotations.NullMarked;
