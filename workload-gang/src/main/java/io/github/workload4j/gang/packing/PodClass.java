package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Equal pods, counted once. Equal by content.
 *
 * @param request what one pod takes of each resource of the {@link Packing}, in the same order and units; 0 or more.
 *     A resource of which nothing is asked is not compared, even where a node has less than nothing left. Copied; not
 *     to be changed where it is handed out
 * @param count pods of this class that may be placed, 1 or more
 * @param eligible bit {@code n & 63} of word {@code n >> 6} tells whether node {@code n} may take such pods; null if
 *     every node may. Shared, not copied: whoever makes a class must not change it any more
 * @param maxPerNode most pods of this class on one node, 1 or more; {@link Integer#MAX_VALUE} for no limit
 * @param min fewest pods of this class that must be placed if its group is, 0 or more
 */
public record PodClass(long[] request, int count, long @Nullable [] eligible, int maxPerNode, int min) {

    /** Checks ranges, and copies the request. */
    public PodClass {
        requireNonNull(request, "request");
        request = request.clone();
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

    @Override
    public boolean equals(Object other) {
        return other instanceof PodClass that
                && count == that.count
                && maxPerNode == that.maxPerNode
                && min == that.min
                && Arrays.equals(request, that.request)
                && Arrays.equals(eligible, that.eligible);
    }

    @Override
    public int hashCode() {
        return (((Arrays.hashCode(request) * 31 + count) * 31 + maxPerNode) * 31 + min) * 31
                + Arrays.hashCode(eligible);
    }

    /** {@return one line; of nodes that may take such pods, how many there are} */
    @Override
    public String toString() {
        String where = eligible == null ? "any node" : nodes(eligible) + " nodes";
        String limit = maxPerNode == Integer.MAX_VALUE ? "" : ", maxPerNode=" + maxPerNode;
        return "PodClass[request=" + Arrays.toString(request) + ", count=" + count + ", eligible=" + where + limit
                + ", min=" + min + "]";
    }

    private static long nodes(long[] bits) {
        return Arrays.stream(bits).map(Long::bitCount).sum();
    }
}
