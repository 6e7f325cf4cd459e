/**
 * The nodes and pods of a cluster: a snapshot of one moment, how it is built, and how it follows what happens.
 *
 * <p>A snapshot is kept in pages and columns, so that one with a pod more shares almost everything with the one before.
 * None of that is public.
 *
 * <p>All types but {@link io.github.workload4j.gang.cluster.SnapshotBuilder} are safe to share between threads.
 *
 * <p>A null that is not declared nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.cluster;

import org.jspecify.annotations.NullMarked;
