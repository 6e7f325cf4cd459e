package io.github.workload4j.gang.order;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pods of each class on each node. Kept as a table where that is small, else only what is not 0. Mutable. */
final class NodeCounts {

    /** Most entries of a table. */
    private static final long MOST_CELLS = 1 << 20;

    private final int nodes;
    private final int @Nullable [] table;
    private final Map<Long, Integer> counts = new HashMap<>();

    private NodeCounts(int nodes, int @Nullable [] table) {
        this.nodes = nodes;
        this.table = table;
    }

    static NodeCounts of(int classes, int nodes) {
        long cells = (long) classes * nodes;
        return new NodeCounts(nodes, cells <= MOST_CELLS ? new int[(int) cells] : null);
    }

    int get(int podClass, int node) {
        return table != null ? table[podClass * nodes + node] : counts.getOrDefault((long) podClass * nodes + node, 0);
    }

    void add(int podClass, int node, int by) {
        if (table != null) {
            table[podClass * nodes + node] += by;
        } else {
            counts.merge((long) podClass * nodes + node, by, (a, b) -> a + b == 0 ? null : a + b);
        }
    }
}
