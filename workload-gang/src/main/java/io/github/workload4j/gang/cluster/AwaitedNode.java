package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;

/**
 * A node that pods name and that is not there.
 *
 * @param name name of the node
 * @param pods the pods that are on it once it is
 */
record AwaitedNode(String name, NodePods pods) {

    static final KeyedPages.Key<AwaitedNode> BY_NAME = new KeyedPages.Key<>() {
        @Override
        public int hash(AwaitedNode node) {
            return node.name.hashCode();
        }

        @Override
        public int compare(AwaitedNode a, AwaitedNode b) {
            return a.name.compareTo(b.name);
        }
    };

    /** {@return the node of that name with no pod on it} */
    static AwaitedNode named(String name) {
        return new AwaitedNode(name, NodePods.NONE);
    }

    AwaitedNode with(Pod pod) {
        return new AwaitedNode(name, pods.with(pod));
    }

    AwaitedNode without(Pod pod) {
        return new AwaitedNode(name, pods.without(pod));
    }

    AwaitedNode withoutRow(int row) {
        return new AwaitedNode(name, pods.withoutRow(row));
    }
}
