/**
 * Groups as trees: which pods are members of which, and whether they may start at all.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package io.github.workload4j.gang.group;

import org.jspecify.annotations.NullMarked;
