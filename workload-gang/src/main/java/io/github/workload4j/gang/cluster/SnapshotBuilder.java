package io.github.workload4j.gang.cluster;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.eligibility.PodRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects a snapshot from plain names and quantities, for callers whose nodes and pods are objects of some client
 * library or of none.
 *
 * <pre>{@code
 * ClusterSnapshot snapshot = ClusterSnapshot.builder()
 *         .node("n1", Map.of("example.com/rack", "r1"), Map.of("cpu", "64", "memory", "256Gi", "pods", "110"))
 *         .running("shop", "web-1", "n1", Map.of("cpu", "500m", "memory", "1Gi"))
 *         .pending("train-0", GroupRef.podGroup("ml", "train"), Map.of("cpu", "8", "memory", "32Gi"))
 *         .build();
 * }</pre>
 *
 * <p>Quantities are written as in manifests and mean the same; one below 0 is refused, and so is a resource that the
 * scheduler does not count: a name without a domain, such as {@code gpu}. Requests are those of the whole pod. What has
 * more to say (taints, selectors, affinity, ports, several containers) is given as a {@link Node} or {@link Pod}. Not
 * thread-safe; may be used again after {@link #build()}.
 */
public final class SnapshotBuilder {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();
    private final List<Namespace> namespaces = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<ApiObject> devices = new ArrayList<>();
    private final List<ApiObject> storage = new ArrayList<>();
    private ClusterSetup setup = ClusterSetup.OPEN;

    SnapshotBuilder() {}

    /**
     * Adds a node.
     *
     * @throws IllegalArgumentException if it has no name, or there is one of its name
     */
    public SnapshotBuilder node(Node node) {
        ObjectNames.require("node", requireNonNull(node, "node"));
        requireNew("node", ObjectNames.of(node));
        nodes.add(node);
        return this;
    }

    /**
     * Adds a node that is open to all pods.
     *
     * @param allocatable what pods may use, by resource name; without {@code pods} it takes none
     * @throws IllegalArgumentException if a quantity or a resource is refused, or the name is empty or taken
     */
    public SnapshotBuilder node(String name, Map<String, String> labels, Map<String, String> allocatable) {
        requireNonNull(allocatable, "allocatable");
        ObjectMeta metadata = ObjectMeta.builder().name(name).labels(labels).build();
        return node(
                new Node(metadata, NodeSpec.OPEN, new NodeStatus(Map.of(), quantities("allocatable", allocatable))));
    }

    /**
     * Adds a pod.
     *
     * @throws IllegalArgumentException if it has no name, or its namespace has one of its name
     */
    public SnapshotBuilder pod(Pod pod) {
        ObjectNames.require("pod", requireNonNull(pod, "pod"));
        requireNew("pod", ObjectNames.of(pod));
        pods.add(pod);
        return this;
    }

    /**
     * Adds a pod that runs on a node and belongs to no group.
     *
     * @throws IllegalArgumentException if a quantity or a resource is refused, or the name is empty or taken
     */
    public SnapshotBuilder running(String namespace, String name, String node, Map<String, String> requests) {
        requireNonNull(node, "node");
        requireNonNull(requests, "requests");
        return pod(pod(namespace, name, asking(requests).nodeName(node)));
    }

    /**
     * Adds a pod of a group that runs on a node.
     *
     * @throws IllegalArgumentException if a quantity or a resource is refused, the name is empty or taken, or the group
     *     is a group of groups
     */
    public SnapshotBuilder running(String name, GroupRef group, String node, Map<String, String> requests) {
        requireNonNull(group, "group");
        requireNonNull(node, "node");
        requireNonNull(requests, "requests");
        return pod(pod(group.namespace(), name, in(group, asking(requests)).nodeName(node)));
    }

    /**
     * Adds a pod of a group that waits for a node.
     *
     * @throws IllegalArgumentException if a quantity or a resource is refused, the name is empty or taken, or the group
     *     is a group of groups
     */
    public SnapshotBuilder pending(String name, GroupRef group, Map<String, String> requests) {
        requireNonNull(group, "group");
        requireNonNull(requests, "requests");
        return pod(pod(group.namespace(), name, in(group, asking(requests))));
    }

    /** Adds a namespace, for affinity terms that select by its labels. */
    public SnapshotBuilder namespace(Namespace namespace) {
        namespaces.add(requireNonNull(namespace, "namespace"));
        return this;
    }

    /**
     * Adds objects of any kind: nodes, pods, namespaces, and those about devices and volumes. Others, groups among
     * them, are no part of a snapshot and are left out.
     *
     * @throws IllegalArgumentException if a node or a pod has no name, or one that is taken
     */
    public SnapshotBuilder objects(Collection<? extends ApiObject> objects) {
        for (ApiObject object : requireNonNull(objects, "objects")) {
            if (object instanceof Node node) {
                node(node);
            } else if (object instanceof Pod pod) {
                pod(pod);
            } else if (object instanceof Namespace namespace) {
                namespace(namespace);
            } else if (StorageObjects.isOne(object)) {
                storage.add(object);
            } else {
                devices.add(object);
            }
        }
        return this;
    }

    /** Sets what the cluster is said to run; without it, nothing is said. */
    public SnapshotBuilder setup(ClusterSetup setup) {
        this.setup = requireNonNull(setup, "setup");
        return this;
    }

    /**
     * {@return a snapshot of what was added}
     *
     * @throws IllegalArgumentException if two objects about volumes are of one kind and name
     */
    public ClusterSnapshot build() {
        return ClusterSnapshot.of(nodes, pods, namespaces)
                .withSetup(setup)
                .withStorage(StorageObjects.of(storage))
                .withDevices(DeviceObjects.of(devices));
    }

    private void requireNew(String kind, String name) {
        if (!names.add(kind + " " + name)) {
            throw ObjectNames.twice(kind, name);
        }
    }

    private static Pod pod(String namespace, String name, PodSpec.Builder spec) {
        return new Pod(ObjectMeta.of(namespace, name), spec.build(), PodStatus.EMPTY);
    }

    private static PodSpec.Builder asking(Map<String, String> requests) {
        return PodSpec.builder().containers(Container.of("main", quantities("requests", requests)));
    }

    private static PodSpec.Builder in(GroupRef group, PodSpec.Builder spec) {
        return switch (group.kind()) {
            case WORKLOAD -> spec.workloadRef(new WorkloadRef(group.name(), group.podGroup(), group.replicaKey()));
            case POD_GROUP -> spec.schedulingGroup(new PodSchedulingGroup(group.name()));
            case COMPOSITE_POD_GROUP ->
                throw new IllegalArgumentException(
                        "group: " + group + " is a group of groups (expected: a group of pods)");
        };
    }

    private static Map<String, Quantity> quantities(String name, Map<String, String> texts) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        texts.forEach((resource, text) -> {
            if (!PodRequest.isCompared(resource) && !resource.equals("pods")) {
                throw new IllegalArgumentException(name + ": " + resource + " is not counted (expected: cpu, memory,"
                        + " ephemeral-storage, pods, huge pages, or a name with a domain, such as nvidia.com/gpu)");
            }
            Quantity quantity = Quantity.parse(text);
            if (quantity.signum() < 0) {
                throw new IllegalArgumentException(name + ": " + resource + ": " + text + " (expected: 0 or more)");
            }
            quantities.put(resource, quantity);
        });
        return quantities;
    }
}
