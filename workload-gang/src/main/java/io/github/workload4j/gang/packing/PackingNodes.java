package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.cache.NodeCache;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is free on each node: the part of a question that many questions share.
 *
 * <p>A value: {@link #with} gives new nodes and leaves these alone. What the search finds out about a kind of pods on
 * these nodes may be remembered here, so whoever asks often keeps one object per state of the cluster. Safe to share
 * between threads.
 */
@SuppressWarnings("exports") // the superclass alone, of which users see nothing
public final class PackingNodes extends NodeCache.Holder {

    /** Changed nodes kept beside the columns; with more, the columns are copied. */
    private static final int MOST_CHANGES = 64;

    private final int count;

    /** Columns of the nodes from which these were made by changing some; shared by all of that descent. */
    private final long[][] origin;

    /** Nodes that differ from the origin, in rising order, and what is free on each, by resource. */
    private final int[] changed;

    private final long[][] now;

    /** The columns of these nodes, once somebody asks for one. */
    private volatile long @Nullable [][] columns;

    private PackingNodes(int count, long[][] origin, int[] changed, long[][] now) {
        this.count = count;
        this.origin = origin;
        this.changed = changed;
        this.now = now;
        this.columns = changed.length == 0 ? origin : null;
    }

    /**
     * Nodes of the given free resources.
     *
     * @param count number of nodes
     * @param free {@code free[resource][node]}; the arrays are shared, not copied, and must not change any more. A
     *     value may be negative (an over-committed node takes only pods that ask nothing of that resource)
     */
    public static PackingNodes of(int count, long[]... free) {
        requireNonNull(free, "free");
        for (long[] column : free) {
            if (column.length != count) {
                throw new IllegalArgumentException("free: a column of " + column.length + " (expected: " + count + ")");
            }
        }
        return new PackingNodes(count, free.clone(), new int[0], new long[0][]);
    }

    /** {@return number of nodes} */
    public int count() {
        return count;
    }

    /** {@return number of resources} */
    public int resources() {
        return origin.length;
    }

    /** {@return what is free of a resource on a node} */
    public long free(int resource, int node) {
        int at = changed.length == 0 ? -1 : Arrays.binarySearch(changed, node);
        return at < 0 ? origin[resource][node] : now[at][resource];
    }

    /** {@return what is free of a resource, by node: the array itself, not to be changed} */
    public long[] column(int resource) {
        return columns()[resource];
    }

    private long[][] columns() {
        long[][] known = columns;
        if (known == null) {
            known = origin.clone();
            for (int r = 0; r < known.length; r++) {
                for (int i = 0; i < changed.length; i++) {
                    if (now[i][r] != origin[r][changed[i]]) {
                        known[r] = known[r] == origin[r] ? origin[r].clone() : known[r];
                        known[r][changed[i]] = now[i][r];
                    }
                }
            }
            columns = known;
        }
        return known;
    }

    /**
     * These nodes, one of them changed. Takes time in the number of resources, not of nodes: columns are shared, and
     * copied when the first is asked for or some dozens of nodes have changed.
     *
     * @param node index of the node
     * @param free what is free on it now, by resource
     */
    public PackingNodes with(int node, long... free) {
        requireNonNull(free, "free");
        if (free.length != origin.length) {
            throw new IllegalArgumentException("free: " + free.length + " resources (expected: " + origin.length + ")");
        }
        if (node < 0 || node >= count) {
            throw new IllegalArgumentException("node: " + node + " (expected: 0 to " + (count - 1) + ")");
        }
        int at = Arrays.binarySearch(changed, node);
        if (at >= 0) {
            long[][] rows = now.clone();
            rows[at] = free.clone();
            return new PackingNodes(count, origin, changed, rows);
        }
        if (changed.length == MOST_CHANGES) {
            return new PackingNodes(count, columns(), new int[] {node}, new long[][] {free.clone()});
        }
        at = -at - 1;
        int[] nodes = new int[changed.length + 1];
        long[][] rows = new long[nodes.length][];
        System.arraycopy(changed, 0, nodes, 0, at);
        System.arraycopy(now, 0, rows, 0, at);
        nodes[at] = node;
        rows[at] = free.clone();
        System.arraycopy(changed, at, nodes, at + 1, changed.length - at);
        System.arraycopy(now, at, rows, at + 1, changed.length - at);
        return new PackingNodes(count, origin, nodes, rows);
    }

    /**
     * {@return some of these nodes, renumbered from 0}
     *
     * @param nodes which, in rising order
     */
    public PackingNodes only(int... nodes) {
        requireNonNull(nodes, "nodes");
        long[][] free = new long[origin.length][nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] < 0 || nodes[i] >= count || i > 0 && nodes[i] <= nodes[i - 1]) {
                throw new IllegalArgumentException(
                        "nodes: " + nodes[i] + " (expected: rising, from 0 to " + (count - 1) + ")");
            }
        }
        for (int r = 0; r < free.length; r++) {
            for (int i = 0; i < nodes.length; i++) {
                free[r][i] = origin[r][nodes[i]];
            }
        }
        for (int c = 0; c < changed.length; c++) {
            int at = Arrays.binarySearch(nodes, changed[c]);
            for (int r = 0; at >= 0 && r < free.length; r++) {
                free[r][at] = now[c][r];
            }
        }
        return of(nodes.length, free);
    }

    /**
     * {@return the nodes on which something else is free than on earlier ones, in rising order; empty if that is not
     * known without a look at every node}
     *
     * <p>It is known if these were made from the earlier ones by {@link #with}, or both from others, by few changes.
     *
     * @param earlier other nodes
     */
    public Optional<int[]> changedSince(PackingNodes earlier) {
        requireNonNull(earlier, "earlier");
        if (origin != earlier.origin) {
            return origin != earlier.columns
                    ? Optional.empty()
                    : Optional.of(Arrays.stream(changed)
                            .filter(node -> differs(earlier, node))
                            .toArray());
        }
        int[] either = new int[changed.length + earlier.changed.length];
        int size = 0;
        for (int i = 0, e = 0; i < changed.length || e < earlier.changed.length; ) {
            int node = Math.min(
                    i < changed.length ? changed[i] : count, e < earlier.changed.length ? earlier.changed[e] : count);
            i += i < changed.length && changed[i] == node ? 1 : 0;
            e += e < earlier.changed.length && earlier.changed[e] == node ? 1 : 0;
            if (differs(earlier, node)) {
                either[size++] = node;
            }
        }
        return Optional.of(Arrays.copyOf(either, size));
    }

    private boolean differs(PackingNodes other, int node) {
        for (int r = 0; r < origin.length; r++) {
            if (free(r, node) != other.free(r, node)) {
                return true;
            }
        }
        return false;
    }

    /** Equal by value. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PackingNodes that
                        && count == that.count
                        && (origin == that.origin
                                        && Arrays.equals(changed, that.changed)
                                        && Arrays.deepEquals(now, that.now)
                                || Arrays.deepEquals(columns(), that.columns()));
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(columns());
    }

    @Override
    public String toString() {
        return count + " nodes of " + origin.length + " resources";
    }
}
