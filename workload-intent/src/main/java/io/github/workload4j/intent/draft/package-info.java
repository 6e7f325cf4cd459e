/** Readings while they are made: what was read of one object, and what it refers to among the others. */
@NullMarked
package io.github.workload4j.intent.draft;

import org.jspecify.annotations.NullMarked;
