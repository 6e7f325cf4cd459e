/**
 * Placing in an order: where a pod that is placed may open or close nodes for the next (required pod affinity, topology
 * spread).
 *
 * <p>The question is a packing with ordered rules on top, all in numbers. It is decided exactly on what is small, by
 * going through the states of placed pods counted by class and node; on what is large by simple fills in order, whose
 * yes is a yes and whose no says nothing.
 */
@NullMarked
package io.github.workload4j.gang.order;

import org.jspecify.annotations.NullMarked;
