package io.github.workload4j.testkit;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster of a few nodes and pods and a group in it: small enough to draw, and for every way to place the pods to be
 * tried.
 *
 * @param nodes nodes
 * @param pods pods that run and pods that wait, members of the group and others
 * @param objects the group and the groups inside it
 * @param group the root group
 * @param namespaces namespaces with their labels
 */
public record SmallCluster(
        List<Node> nodes,
        List<Pod> pods,
        List<? extends SchedulingObject> objects,
        GroupRef group,
        List<Namespace> namespaces) {

    public SmallCluster {
        nodes = List.copyOf(nodes);
        pods = List.copyOf(pods);
        objects = List.copyOf(objects);
        namespaces = List.copyOf(namespaces);
    }

    /** {@return this cluster with other nodes} */
    public SmallCluster withNodes(List<Node> other) {
        return new SmallCluster(other, pods, objects, group, namespaces);
    }

    /** {@return this cluster with other pods} */
    public SmallCluster withPods(List<Pod> other) {
        return new SmallCluster(nodes, other, objects, group, namespaces);
    }

    /** {@return this cluster with other groups} */
    public SmallCluster withObjects(List<? extends SchedulingObject> other) {
        return new SmallCluster(nodes, pods, other, group, namespaces);
    }

    /** {@return a snapshot of it} */
    public ClusterSnapshot snapshot() {
        return ClusterSnapshot.of(nodes, pods, namespaces);
    }

    /** {@return the cluster as manifests, ready for {@code workload check}} */
    @Override
    public String toString() {
        List<ApiObject> all = new ArrayList<>(namespaces);
        all.addAll(nodes);
        all.addAll(pods);
        all.addAll(objects);
        StringBuilder text = new StringBuilder("# group under test: " + group + "\n");
        try {
            ManifestWriter.yaml().write(all, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
