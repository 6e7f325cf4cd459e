package io.github.workload4j.testkit;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.gang.GroupRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster of a few nodes and pods and a group in it: small enough to draw, and for every way to place the pods to be tried.
 *
 * @param nodes nodes
 * @param pods pods that run and pods that wait, members of the group and others
 * @param objects the group and the groups inside it
 * @param group the root group
 */
public record SmallCluster(
        List<Node> nodes, List<Pod> pods, List<? extends SchedulingObject> objects, GroupRef group) {

    /** Copies the lists. */
    public SmallCluster {
        nodes = List.copyOf(nodes);
        pods = List.copyOf(pods);
        objects = List.copyOf(objects);
    }

    /** {@return the cluster as manifests, ready for {@code workload check}} */
    @Override
    public String toString() {
        List<ApiObject> all = new ArrayList<>(nodes);
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
