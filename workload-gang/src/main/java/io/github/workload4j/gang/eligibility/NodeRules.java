package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a pod that decides about a node by looking at the node alone: cordon, taints, node selector, required
 * node affinity, features that the node must declare. Pods of equal rules may use the same nodes.
 *
 * @param tolerations taints the pod tolerates
 * @param nodeSelector labels the node must have: all pairs equal
 * @param required terms; at least one must hold. Null if there are none
 * @param features what the node must say that it can do
 */
public record NodeRules(
        List<Toleration> tolerations,
        Map<String, String> nodeSelector,
        @Nullable NodeSelector required,
        Set<String> features) {

    /** Rules of a pod that asks nothing of a node. */
    private static final NodeRules NONE = new NodeRules(List.of(), Map.of(), null);

    /** Leaves out terms that hold for no node. */
    public NodeRules {
        required = required == null ? null : RequiredNodeAffinity.usable(required);
        features = Set.copyOf(features);
    }

    /** Rules of a pod that needs no feature. */
    public NodeRules(List<Toleration> tolerations, Map<String, String> nodeSelector, @Nullable NodeSelector required) {
        this(tolerations, nodeSelector, required, Set.of());
    }

    @Override
    public int hashCode() {
        return Objects.hash(tolerations, nodeSelector, required, features);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof NodeRules that
                        && tolerations.equals(that.tolerations)
                        && nodeSelector.equals(that.nodeSelector)
                        && Objects.equals(required, that.required)
                        && features.equals(that.features);
    }

    /** {@return the rules of a pod} */
    public static NodeRules of(Pod pod, SchedulerRules rules) {
        PodSpec spec = pod.spec();
        Affinity affinity = spec.affinity();
        NodeSelector required = affinity == null ? null : affinity.requiredNodeAffinity();
        Set<String> features = NodeFeature.of(spec, rules);
        return spec.tolerations().isEmpty() && spec.nodeSelector().isEmpty() && required == null && features.isEmpty()
                ? NONE
                : new NodeRules(Taints.usable(spec.tolerations(), rules), spec.nodeSelector(), required, features);
    }

    /** {@return whether a selector, read like a required node affinity, holds for a node} */
    public static boolean isSelected(Node node, NodeSelector selector) {
        return RequiredNodeAffinity.admits(node, RequiredNodeAffinity.usable(selector));
    }

    /** {@return whether the node may take the pod: not cordoned, no taint in the way, selected, able} */
    public boolean admits(Node node) {
        boolean open = !node.spec().unschedulable() && node.spec().taints().isEmpty();
        return (open || toleratesCordon(node) && toleratesTaints(node))
                && selects(node)
                && (features.isEmpty() || lacking(node).isEmpty());
    }

    /** {@return the features that the pod needs and the node does not declare, in order} */
    public List<String> lacking(Node node) {
        return features.isEmpty()
                ? List.of()
                : features.stream()
                        .filter(feature -> !node.status().declaredFeatures().contains(feature))
                        .sorted()
                        .toList();
    }

    /** {@return whether the node is not cordoned, or the pod does not mind} */
    public boolean toleratesCordon(Node node) {
        return Cordon.admits(node, tolerations);
    }

    /** {@return the taints that keep the pod away, in the node's order} */
    public List<Taint> taintsInTheWay(Node node) {
        return node.spec().taints().isEmpty()
                ? List.of()
                : node.spec().taints().stream()
                        .filter(taint -> !Taints.admits(taint, tolerations))
                        .toList();
    }

    /** {@return whether every taint that keeps pods away is tolerated} */
    public boolean toleratesTaints(Node node) {
        return Taints.admits(node, tolerations);
    }

    /** {@return whether node selector and required node affinity hold} */
    public boolean selects(Node node) {
        if (nodeSelector.isEmpty()) {
            return RequiredNodeAffinity.admits(node, required);
        }
        Map<String, String> labels = node.metadata().labels();
        for (Map.Entry<String, String> pair : nodeSelector.entrySet()) {
            if (!pair.getValue().equals(labels.get(pair.getKey()))) {
                return false;
            }
        }
        return RequiredNodeAffinity.admits(node, required);
    }
}
