/**
 * The {@code workload} command: manifests and cluster dumps in, verdicts out.
 *
 * <p>The library's first user: a command reads its inputs, calls the library once or twice, and hands the result to a
 * renderer. The JSON and the exit statuses are a contract ({@code docs/cli.md}); the text is for people and may change.
 */
@NullMarked
package io.github.workload4j.cli;

import org.jspecify.annotations.NullMarked;
