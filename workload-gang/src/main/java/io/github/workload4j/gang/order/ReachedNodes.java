package io.github.workload4j.gang.order;

import java.util.Arrays;

/** Nodes as bits, equal by content. The array is not copied. */
record ReachedNodes(long[] nodes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ReachedNodes that && Arrays.equals(nodes, that.nodes);
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(nodes) * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    @Override
    public String toString() {
        return Arrays.toString(nodes);
    }
}
