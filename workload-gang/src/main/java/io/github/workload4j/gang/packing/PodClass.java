package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Equal pods, counted once.
 *
 * @param request what one pod takes of each resource of the {@link Packing}, in the same order and units; 0 or more. A resource
 *     of which nothing is asked is not compared, even where a node has less than nothing left
 * @param count pods of this class that may be placed, 1 or more
 * @param eligible bit {@code n & 63} of word {@code n >> 6} tells whether node {@code n} may take such pods; null if every node may
 * @param maxPerNode most pods of this class on one node, 1 or more; {@link Integer#MAX_VALUE} for no limit
 * @param min fewest pods of this class that must be placed if its group is, 0 or more
 */
public record PodClass(long[] request, int count, long @Nullable [] eligible, int maxPerNode, int min) {

    /** Checks ranges. */
    public PodClass {
        requireNonNull(request, "request");
        for (long asked : request) {
            if (asked < 0) {
                throw new IllegalArgumentException("request: " + asked + " (expected: 0 or more)");
            }
        }
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: 1 or more)");
        }
        if (maxPerNode < 1) {
            throw new IllegalArgumentException("maxPerNode: " + maxPerNode + " (expected: 1 or more)");
        }
        if (min < 0 || min > count) {
            throw new IllegalArgumentException("min: " + min + " (expected: 0 to " + count + ")");
        }
    }

    /** Equal pods that may go anywhere, any number to a node. */
    public static PodClass of(int count, long... request) {
        return new PodClass(request, count, null, Integer.MAX_VALUE, 0);
    }

    /** {@return whether node {@code node} may take a pod of this class, resources aside} */
    public boolean mayUse(int node) {
        return eligible == null || (eligible[node >> 6] >>> (node & 63) & 1) != 0;
    }
}
