package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A limit that several nodes share: what pods of all classes take of it, on all these nodes together, is at most a
 * given amount. Equal by content.
 *
 * @param amounts what one pod of each class takes on such a node; 0 or more, as many as there are classes. Shared, not
 *     copied: whoever makes a limit must not change it any more
 * @param nodes bit {@code n & 63} of word {@code n >> 6} tells whether node {@code n} is one of them. Shared, not
 *     copied
 * @param atMost the amount, 0 or more
 */
public record SharedLimit(long[] amounts, long[] nodes, long atMost) {

    /** Checks ranges. */
    public SharedLimit {
        requireNonNull(amounts, "amounts");
        requireNonNull(nodes, "nodes");
        for (long amount : amounts) {
            if (amount < 0) {
                throw new IllegalArgumentException("amounts: " + amount + " (expected: 0 or more)");
            }
        }
        if (atMost < 0) {
            throw new IllegalArgumentException("atMost: " + atMost + " (expected: 0 or more)");
        }
    }

    /** {@return whether the limit holds for a node} */
    public boolean concerns(int node) {
        return node >> 6 < nodes.length && (nodes[node >> 6] >>> (node & 63) & 1) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedLimit that
                && atMost == that.atMost
                && Arrays.equals(amounts, that.amounts)
                && Arrays.equals(nodes, that.nodes);
    }

    @Override
    public int hashCode() {
        return (Arrays.hashCode(amounts) * 31 + Arrays.hashCode(nodes)) * 31 + Long.hashCode(atMost);
    }

    /** {@return one line; of the nodes, how many there are} */
    @Override
    public String toString() {
        return "SharedLimit[amounts=" + Arrays.toString(amounts) + ", "
                + Arrays.stream(nodes).map(Long::bitCount).sum() + " nodes, atMost=" + atMost + "]";
    }
}
