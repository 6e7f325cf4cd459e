package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.LabelIndex;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pods on nodes by their labels. Holds numbers alone: a pod that is a row becomes an object when it is visited. */
final class PodsByLabel {

    private final Pages<NodePods> pods;
    private final LabelIndex index = new LabelIndex();

    /** The number of the first pod on each node; last, that of all. */
    private final int[] first;

    /** The node of each pod. */
    private final int[] nodeOf;

    PodsByLabel(int nodes, Pages<NodePods> pods) {
        this.pods = pods;
        this.first = new int[nodes + 1];
        for (int n = 0; n < nodes; n++) {
            first[n + 1] = first[n] + pods.get(n).size();
        }
        this.nodeOf = new int[first[nodes]];
        for (int n = 0; n < nodes; n++) {
            Arrays.fill(nodeOf, first[n], first[n + 1], n);
            for (Pod pod : pods.get(n).all()) {
                index.add(pod.metadata().labels());
            }
        }
    }

    /** {@return how many pods a selector may match} */
    int mayMatch(@Nullable LabelSelector selector) {
        return index.candidates(selector).length;
    }

    /** Visits the pods that a selector may match, node by node. */
    void forEach(@Nullable LabelSelector selector, ClusterView.Visitor visitor) {
        for (int number : index.candidates(selector)) {
            int node = nodeOf[number];
            visitor.visit(node, pods.get(node).every().get(number - first[node]));
        }
    }
}
