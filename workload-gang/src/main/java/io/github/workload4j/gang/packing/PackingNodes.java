package io.github.workload4j.gang.packing;

import java.util.Arrays;

/**
 * What is free on each node: the part of a question that many questions share.
 *
 * <p>A value: {@link #with} gives new nodes and leaves these alone. What the search finds out about a kind of pods on these nodes may
 * be remembered here, so whoever asks often keeps one object per state of the cluster. Safe to share between threads.
 */
public final class PackingNodes {

    private final int count;
    private final long[][] free;
    private final Memory memory = new Memory();

    private PackingNodes(int count, long[][] free) {
        this.count = count;
        this.free = free;
    }

    /**
     * Nodes of the given free resources.
     *
     * @param count number of nodes
     * @param free {@code free[resource][node]}; the arrays are shared, not copied, and must not change any more. A value may be negative
     *     (an over-committed node takes only pods that ask nothing of that resource)
     */
    public static PackingNodes of(int count, long[]... free) {
        for (long[] column : free) {
            if (column.length != count) {
                throw new IllegalArgumentException("free: a column of " + column.length + " (expected: " + count + ")");
            }
        }
        return new PackingNodes(count, free.clone());
    }

    /** {@return number of nodes} */
    public int count() {
        return count;
    }

    /** {@return number of resources} */
    public int resources() {
        return free.length;
    }

    /** {@return what is free of a resource on a node} */
    public long free(int resource, int node) {
        return free[resource][node];
    }

    /** {@return what is free of a resource, by node: the array itself, not to be changed} */
    public long[] column(int resource) {
        return free[resource];
    }

    /**
     * These nodes, one of them changed; columns in which nothing changes are shared.
     *
     * @param node index of the node
     * @param now what is free on it now, by resource
     */
    public PackingNodes with(int node, long... now) {
        if (now.length != free.length) {
            throw new IllegalArgumentException("now: " + now.length + " resources (expected: " + free.length + ")");
        }
        long[][] changed = free.clone();
        for (int resource = 0; resource < now.length; resource++) {
            if (changed[resource][node] != now[resource]) {
                changed[resource] = changed[resource].clone();
                changed[resource][node] = now[resource];
            }
        }
        return new PackingNodes(count, changed);
    }

    /** {@return what has been found out about these nodes} */
    public Memory memory() {
        return memory;
    }

    /** Equal by value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PackingNodes that && count == that.count && Arrays.deepEquals(free, that.free);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(free);
    }

    @Override
    public String toString() {
        return count + " nodes of " + free.length + " resources";
    }
}
