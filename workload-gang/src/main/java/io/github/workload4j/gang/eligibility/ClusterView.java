package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import java.util.Map;

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

    /** {@return how many pods on nodes have required pod anti-affinity} */
    int repellingPods();

    /** {@return only those on a node that have required pod anti-affinity; must not be changed} */
    Pod[] repellingPods(int node);

    /** Visits only those that take host ports. */
    void forEachPodWithPorts(Visitor visitor);

    /** Takes pods on nodes. */
    @FunctionalInterface
    interface Visitor {
        /** Called for each pod, node by node. */
        void visit(int node, Pod pod);
    }
}
