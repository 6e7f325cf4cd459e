/**
 * Answers in words and as JSON, piece by piece: what {@code io.github.workload4j.gang.report} and the command are put
 * together from.
 */
@NullMarked
package io.github.workload4j.gang.words;

import org.jspecify.annotations.NullMarked;
