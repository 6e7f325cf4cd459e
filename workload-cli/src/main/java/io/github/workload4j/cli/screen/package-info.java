/** The terminal and its forms: styles, progress, amounts, JSON written and read, exit statuses. */
@NullMarked
package io.github.workload4j.cli.screen;

import org.jspecify.annotations.NullMarked;
