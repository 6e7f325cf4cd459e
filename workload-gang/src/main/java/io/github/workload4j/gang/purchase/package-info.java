/**
 * Which nodes to buy: the cheapest of a catalogue with which groups fit.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.purchase;

import org.jspecify.annotations.NullMarked;
