package io.github.workload4j.gang.stored;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of nodes and pods without their names, their places and their start: the same for many of them. What no
 * answer needs is left out.
 */
final class StoredShapes {

    /** Conditions of a pod that an answer looks at. */
    private static final Set<String> CONDITIONS = Set.of("PodResizePending", "PodResizeInProgress", "DisruptionTarget");

    private StoredShapes() {}

    static Node of(Node node) {
        NodeStatus status = node.status();
        return new Node(
                bare(node.metadata()).uid("").creationTimestamp(null).build(),
                node.spec(),
                new NodeStatus(Map.of(), status.allocatable(), status.declaredFeatures(), status.kubeletVersion()));
    }

    static Node node(Node shape, String name) {
        return new Node(OwnName.with(shape.metadata(), name).build(), shape.spec(), shape.status());
    }

    /** {@return whether the start of a pod is told apart from its shape: in whole seconds, as servers write it} */
    static boolean hasStart(Pod pod) {
        Instant start = pod.status().startTime();
        return start != null && start.getNano() == 0;
    }

    static Pod of(Pod pod, boolean isOnNode) {
        PodSpec spec = pod.spec();
        PodStatus status = pod.status();
        ObjectMeta.Builder metadata = bare(pod.metadata()).namespace("").deletionGracePeriodSeconds(null);
        if (isOnNode
                && spec.volumes().isEmpty()
                && spec.resourceClaims().isEmpty()
                && status.extendedResourceClaim() == null) {
            metadata.uid("").creationTimestamp(null);
        }
        return new Pod(
                metadata.build(),
                spec.toBuilder()
                        .nodeName(isOnNode ? "" : spec.nodeName())
                        .initContainers(without(spec.initContainers()))
                        .containers(without(spec.containers()))
                        .ephemeralContainers(isOnNode ? List.of() : without(spec.ephemeralContainers()))
                        .build(),
                status.toBuilder()
                        .startTime(hasStart(pod) ? null : status.startTime())
                        .conditions(without(status))
                        .build());
    }

    static Pod pod(Pod shape, String namespace, String name, String node, @Nullable Instant start) {
        ObjectMeta.Builder named = OwnName.with(shape.metadata(), name);
        ObjectMeta metadata = (namespace.isEmpty() ? named : named.namespace(namespace)).build();
        PodSpec spec = node.isEmpty()
                ? shape.spec()
                : shape.spec().toBuilder().nodeName(node).build();
        PodStatus status = start == null
                ? shape.status()
                : shape.status().toBuilder().startTime(start).build();
        return new Pod(metadata, spec, status);
    }

    private static ObjectMeta.Builder bare(ObjectMeta metadata) {
        return OwnName.without(metadata)
                .generateName("")
                .selfLink("")
                .resourceVersion("")
                .generation(0)
                .annotations(Map.of())
                .finalizers(List.of())
                .managedFields(List.of());
    }

    private static List<Container> without(List<Container> containers) {
        return containers.stream()
                .map(each -> new Container(
                        each.name(),
                        "",
                        each.resources(),
                        each.ports(),
                        each.restartPolicy(),
                        each.restartRules(),
                        each.bindMountOptions(),
                        each.seccompProfile()))
                .toList();
    }

    private static List<Condition> without(PodStatus status) {
        return status.conditions().stream()
                .filter(each -> CONDITIONS.contains(each.type()))
                .map(each ->
                        each.toBuilder().lastTransitionTime(null).message("").build())
                .toList();
    }
}
