package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.LabelSelector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules about other pods see of a cluster: nodes by index, and the pods on them that are not finished. */
public interface ClusterView {

    /** {@return number of nodes} */
    int nodes();

    /** {@return a node} */
    Node node(int index);

    /** {@return the domains of a label} */
    Domains domains(String key);

    /**
     * {@return the nodes that {@code rules} admit, bit {@code n & 63} of word {@code n >> 6} for node {@code n}; must
     * not be changed}
     */
    long[] admitted(NodeRules rules);

    /** {@return the labels of a namespace, {@code kubernetes.io/metadata.name} among them} */
    Map<String, String> namespaceLabels(String namespace);

    /** {@return what the pods on nodes forbid others} */
    PodAntiAffinity.Repelled repelled();

    /** Visits every pod that is on a node, terminating ones included. */
    void forEachPod(Visitor visitor);

    /**
     * Visits every such pod that a selector matches, and maybe others.
     *
     * @param selector a selector; null matches no pod
     */
    void forEachPod(@Nullable LabelSelector selector, Visitor visitor);

    /** {@return how many pods are on nodes} */
    int pods();

    /** {@return how many of these a selector matches, at most} */
    int mayMatch(@Nullable LabelSelector selector);

    /** {@return how many pods on nodes have required pod anti-affinity} */
    int repellingPods();

    /** {@return only those on a node that have required pod anti-affinity; must not be changed} */
    Pod[] repellingPods(int node);

    /** {@return the nodes on which ports are taken} */
    PortIndex ports();

    /** Takes pods on nodes. */
    @FunctionalInterface
    interface Visitor {
        /** Called for each pod, node by node. */
        void visit(int node, Pod pod);
    }
}
