/**
 * Pods that nothing tells apart, in classes, and what the classes ask of nodes, in numbers.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package io.github.workload4j.gang.podclass;

import org.jspecify.annotations.NullMarked;
