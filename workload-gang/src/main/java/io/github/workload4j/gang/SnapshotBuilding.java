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
    private final List<String> resources = new ArrayList<>();
    private final List<long[]> free = new ArrayList<>();
    private final Pod[][] all;
    private final int[] count;
    private final Map<Integer, NodePods> special = new HashMap<>();
    private final Map<GroupRef, List<Pod>> members = new HashMap<>();
    private final List<Pod> astray = new ArrayList<>();

    SnapshotBuilding(NodeTable nodes, Collection<Pod> pods, Map<String, Map<String, String>> namespaces) {
        this.nodes = nodes;
        this.namespaces = namespaces;
        this.all = new Pod[nodes.size()][];
        this.count = new int[nodes.size()];
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

    /** A cluster has a handful of resources: looking through their names is faster than hashing them. */
    private long[] column(String resource) {
        for (int r = 0; r < resources.size(); r++) {
            if (resources.get(r).equals(resource)) {
                return free.get(r);
            }
        }
        long[] column = new long[nodes.size()];
        resources.add(resource);
        free.add(column);
        return column;
    }

    /** Open addressing by the hash of namespace and name: 150,000 entries of a hash set would cost more than all the rest. */
    private static void requireDistinct(Collection<Pod> pods) {
        int[] hashes = new int[Integer.highestOneBit(Math.max(4, pods.size())) * 4];
        @Nullable Pod[] table = new @Nullable Pod[hashes.length];
        int mask = table.length - 1;
        for (Pod pod : pods) {
            String name = pod.metadata().name();
            if (name.isEmpty()) {
                continue;
            }
            int hash = (name.hashCode() * 31 + Namespaces.of(pod).hashCode()) * 0x9E3779B1;
            int at = hash >>> 7 & mask;
            for (Pod other = table[at]; other != null; other = table[at]) {
                if (hashes[at] == hash && isSame(pod, other)) {
                    throw new IllegalArgumentException("pods: two are named " + Namespaces.of(pod) + "/" + name);
                }
                at = at + 1 & mask;
            }
            table[at] = pod;
            hashes[at] = hash;
        }
    }

    private static boolean isSame(Pod pod, Pod other) {
        return pod.metadata().name().equals(other.metadata().name())
                && Namespaces.of(pod).equals(Namespaces.of(other));
    }

    /** {@return whether the pod may be a member of a group: not finished, and not deleted before it had a node} */
    static boolean isMember(Pod pod) {
        return !pod.isFinished() && (pod.isAssigned() || !pod.isTerminating());
    }

    private void add(Pod pod) {
        if (pod.isFinished()) {
            return;
        }
        int node = pod.isAssigned() ? nodes.indexOf(pod.spec().nodeName()) : -1;
        if (isMember(pod) && (pod.spec().workloadRef() != null || pod.spec().schedulingGroup() != null)) {
            GroupRef.of(pod)
                    .ifPresent(group -> members.computeIfAbsent(group, g -> new ArrayList<>())
                            .add(pod));
        }
        if (node < 0) {
            if (pod.isAssigned()) {
                astray.add(pod);
            }
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
        boolean ports = !HostPorts.of(pod).isEmpty();
        if (ports || NodePods.repels(pod)) {
            special.merge(node, NodePods.NONE.with(pod), (known, one) -> known.with(pod));
        }
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
            NodePods some = special.getOrDefault(n, NodePods.NONE);
            on[n] = count[n] == 0
                    ? NodePods.NONE
                    : new NodePods(Arrays.copyOf(all[n], count[n]), some.repelling(), some.withPorts());
        }
        Map<String, LongPages> columns = new HashMap<>();
        for (int r = 0; r < resources.size(); r++) {
            columns.put(resources.get(r), LongPages.of(free.get(r)));
        }
        Map<GroupRef, Pod[]> groups = new HashMap<>();
        members.forEach((group, pods) -> groups.put(group, pods.toArray(Pod[]::new)));
        return new ClusterSnapshot(
                nodes, columns, Pages.of(on), Overlay.over(groups), astray.toArray(Pod[]::new), namespaces);
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
