package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The nodes and pods of a snapshot. Snapshots share what no change touched.
 *
 * @param nodes the nodes
 * @param free what is free, by resource; a resource that is not here is free nowhere
 * @param pods the pods on each node
 * @param repelling how many of them have required pod anti-affinity
 * @param known the pods that count
 * @param members the members of each group
 * @param awaited the nodes that pods name and that are not there
 * @param nominated the pods without a node for which one is nominated, in the order of namespace and name
 */
record SnapshotTables(
        NodeTable nodes,
        Map<String, LongPages> free,
        Pages<NodePods> pods,
        int repelling,
        KnownPods known,
        KeyedPages<GroupMembers> members,
        KeyedPages<AwaitedNode> awaited,
        List<Pod> nominated) {

    /** {@return the tables of these nodes and pods} */
    static SnapshotTables of(NodeTable nodes, Collection<Pod> pods) {
        return new SnapshotBuilding(nodes, pods).build();
    }

    /** {@return the tables of the pods that count here, and of these nodes} */
    SnapshotTables withAllNodes(Collection<Node> all) {
        return of(NodeTable.of(all), known.elements());
    }

    List<Pod> podsOn(int node) {
        Pod[] on = pods.get(node).all().clone();
        Arrays.sort(on, ObjectNames.ORDER);
        return List.of(on);
    }

    long free(String resource, int node) {
        LongPages column = free.get(resource);
        return column == null ? 0 : column.get(node);
    }

    /** {@return what is free of some resources, in the order of names of nodes} */
    PackingNodes columns(List<String> resources) {
        long[][] flat = new long[resources.size()][];
        for (int r = 0; r < flat.length; r++) {
            LongPages column = free.get(resources.get(r));
            flat[r] = column == null ? new long[nodes.size()] : column.toArray();
        }
        return PackingNodes.of(nodes.size(), flat);
    }

    /** {@return the members of a group, of which there may be none} */
    GroupMembers members(GroupRef group) {
        GroupMembers none = GroupMembers.none(group);
        GroupMembers own = members.find(none);
        return own == null ? none : own;
    }

    Set<GroupRef> groupsWithMembers() {
        Set<GroupRef> groups = new TreeSet<>();
        members.forEach(own -> {
            if (!own.pods().isEmpty()) {
                groups.add(own.group());
            }
        });
        return groups;
    }
}
