package io.github.workload4j.gang.repair;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.OwnerReference;
import java.util.Optional;

/**
 * A running pod leaves its node and is placed on another one.
 *
 * <p>Kubernetes has no such step: the pod is evicted, its controller creates it anew, and the scheduler places it.
 *
 * @param pod the pod as it runs
 * @param to name of the node that it is placed on, another than its own
 * @param waits whether it leaves before the first move and waits, without a node, until its turn comes; false if it
 *     leaves and is placed at its turn
 * @since 0.1.0
 */
public record Move(Pod pod, String to, boolean waits) {

    public Move {
        requireNonNull(pod, "pod");
        requireNonNull(to, "to");
    }

    /** {@return the pod as {@code namespace/name}} */
    public String name() {
        return pod.metadata().qualifiedName();
    }

    /** {@return name of the node that it leaves} */
    public String from() {
        return pod.spec().nodeName();
    }

    /**
     * {@return the controller that creates the pod anew, such as {@code ReplicaSet/web-5d9}; empty if none is named, so
     * that whoever evicts the pod must create it}
     */
    public Optional<String> controller() {
        return pod.metadata().ownerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.controller()))
                .findFirst()
                .map(Move::name);
    }

    private static String name(OwnerReference owner) {
        return owner.kind() + "/" + owner.name();
    }

    /** {@return such as {@code ml/web-0: a to b}} */
    @Override
    public String toString() {
        return name() + ": " + from() + " to " + to + (waits ? ", waits" : "");
    }
}
