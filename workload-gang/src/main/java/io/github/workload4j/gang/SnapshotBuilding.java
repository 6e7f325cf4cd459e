package io.github.workload4j.gang;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.Namespaces;
import io.github.workload4j.gang.eligibility.PodRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns objects into columns: one pass over the nodes, one over the pods. */
final class SnapshotBuilding {

    private final NodeTable nodes;
    private final Map<String, Map<String, String>> namespaces;
    private final Map<String, long[]> free = new HashMap<>();
    private final Pod[][] all;
    private final int[] count;
    private final List<Pod> special = new ArrayList<>();
    private final Map<GroupRef, List<Pod>> members = new HashMap<>();

    SnapshotBuilding(NodeTable nodes, Collection<Pod> pods, Map<String, Map<String, String>> namespaces) {
        this.nodes = nodes;
        this.namespaces = namespaces;
        this.all = new Pod[nodes.size()][];
        this.count = new int[nodes.size()];
        free.put(ClusterSnapshot.SLOTS, new long[nodes.size()]);
        for (int n = 0; n < nodes.size(); n++) {
            int node = n;
            nodes.node(n).status().allocatable().forEach((resource, amount) -> {
                if (isKept(resource)) {
                    column(resource)[node] = PodRequest.rounded(resource, amount);
                }
            });
        }
        requireDistinct(pods);
        for (Pod pod : pods) {
            add(pod);
        }
    }

    private static boolean isKept(String resource) {
        return resource.equals(ClusterSnapshot.SLOTS) || PodRequest.isCompared(resource);
    }

    private long[] column(String resource) {
        long[] column = free.get(resource);
        if (column == null) {
            column = new long[nodes.size()];
            free.put(resource, column);
        }
        return column;
    }

    /** Open addressing by the hash of namespace and name: 150,000 entries of a hash set would cost more than all the rest. */
    private static void requireDistinct(Collection<Pod> pods) {
        @Nullable Pod[] table = new @Nullable Pod[Integer.highestOneBit(Math.max(4, pods.size())) * 4];
        int mask = table.length - 1;
        for (Pod pod : pods) {
            String name = pod.metadata().name();
            if (name.isEmpty()) {
                continue;
            }
            int hash = name.hashCode() * 31 + Namespaces.of(pod).hashCode();
            int at = (hash ^ hash >>> 15) * 0x9E3779B1 >>> 7 & mask;
            for (Pod other = table[at]; other != null; other = table[at]) {
                if (other.metadata().name().equals(name) && Namespaces.of(other).equals(Namespaces.of(pod))) {
                    throw new IllegalArgumentException("pods: two are named " + Namespaces.of(pod) + "/" + name);
                }
                at = at + 1 & mask;
            }
            table[at] = pod;
        }
    }

    /** {@return whether the pod may be a member of a group: not finished, and not deleted before it had a node} */
    static boolean isMember(Pod pod) {
        return !pod.isFinished() && (pod.isAssigned() || !pod.isTerminating());
    }

    private void add(Pod pod) {
        if (pod.isFinished()) {
            return;
        }
        if (isMember(pod) && (pod.spec().workloadRef() != null || pod.spec().schedulingGroup() != null)) {
            GroupRef.of(pod).ifPresent(group ->
                    members.computeIfAbsent(group, g -> new ArrayList<>()).add(pod));
        }
        int node = pod.isAssigned() ? nodes.indexOf(pod.spec().nodeName()) : -1;
        if (node < 0) {
            return;
        }
        Pod[] on = all[node];
        if (on == null) {
            on = new Pod[16];
            all[node] = on;
        } else if (on.length == count[node]) {
            on = Arrays.copyOf(on, on.length * 2);
            all[node] = on;
        }
        on[count[node]++] = pod;
        PodRequest.of(pod, (resource, amount) -> {
            long[] column = column(resource);
            column[node] = LongPages.sum(column[node], -amount);
        });
    }

    ClusterSnapshot build() {
        long[] slots = column(ClusterSnapshot.SLOTS);
        NodePods[] on = new NodePods[nodes.size()];
        for (int n = 0; n < on.length; n++) {
            slots[n] -= count[n];
            on[n] = count[n] == 0 ? NodePods.NONE : nodePods(Arrays.copyOf(all[n], count[n]));
        }
        Map<String, LongPages> columns = new HashMap<>();
        free.forEach((resource, column) -> columns.put(resource, LongPages.of(column)));
        Map<GroupRef, Pod[]> groups = new HashMap<>();
        members.forEach((group, pods) -> groups.put(group, pods.toArray(Pod[]::new)));
        return new ClusterSnapshot(nodes, columns, Pages.of(on), Overlay.over(groups), namespaces);
    }

    private NodePods nodePods(Pod[] pods) {
        special.clear();
        for (Pod pod : pods) {
            if (NodePods.repels(pod)) {
                special.add(pod);
            }
        }
        Pod[] repelling = special.isEmpty() ? NodePods.NONE.repelling() : special.toArray(Pod[]::new);
        special.clear();
        for (Pod pod : pods) {
            if (!HostPorts.of(pod).isEmpty()) {
                special.add(pod);
            }
        }
        Pod[] withPorts = special.isEmpty() ? NodePods.NONE.withPorts() : special.toArray(Pod[]::new);
        return new NodePods(pods, repelling, withPorts);
    }

    /** {@return what is left on a node with these pods, by resource} */
    static Map<String, Long> left(Node node, NodePods pods) {
        Map<String, Long> left = new HashMap<>();
        for (Map.Entry<String, Quantity> entry : node.status().allocatable().entrySet()) {
            if (isKept(entry.getKey())) {
                left.put(entry.getKey(), PodRequest.rounded(entry.getKey(), entry.getValue()));
            }
        }
        left.merge(ClusterSnapshot.SLOTS, -(long) pods.all().length, LongPages::sum);
        for (Pod pod : pods.all()) {
            PodRequest.of(pod, (resource, amount) -> left.merge(resource, -amount, LongPages::sum));
        }
        return left;
    }
}
