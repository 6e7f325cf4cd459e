/**
 * The configuration LP, its patterns, and what its solution says. Computed in floating point: a guide, never a judge.
 */
@NullMarked
package io.github.workload4j.gang.search.lp;

import org.jspecify.annotations.NullMarked;
