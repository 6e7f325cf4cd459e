/**
 * The search: reduction, bounds, configuration LP, exact search. One file per idea. What is found here is believed only after
 * {@link io.github.workload4j.gang.proof} has checked it.
 */
@NullMarked
package io.github.workload4j.gang.search;

import org.jspecify.annotations.NullMarked;
