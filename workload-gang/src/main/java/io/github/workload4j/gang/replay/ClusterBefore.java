package io.github.workload4j.gang.replay;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.GroupRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cluster before anything is placed: what all replays on it have in common, so that each costs no look at all pods.
 * Not changed once it is made.
 */
final class ClusterBefore {

    final Assumed assumed;
    final VolumeUsers volumes;

    /** The pods that name a group, those that have ended left out, and those that wait for a node of theirs. */
    private final Map<GroupRef, List<Pod>> members = new HashMap<>();

    private final Map<String, List<Pod>> nominated = new HashMap<>();

    /** Objects by kind and name, and groups by the parent that they name; in the order given. */
    private final Map<List<String>, List<SchedulingObject>> named = new HashMap<>();

    private final Map<List<String>, List<SchedulingObject>> inside = new HashMap<>();

    ClusterBefore(
            Map<String, Node> nodes,
            Collection<Pod> pods,
            Collection<SchedulingObject> objects,
            Map<String, Map<String, String>> namespaces,
            StorageObjects storage) {
        this.assumed = new Assumed(nodes.values(), namespaces, Assumed.labelKeys(pods));
        this.volumes = new VolumeUsers(new Claims(storage));
        for (Pod pod : pods) {
            boolean finished =
                    Set.of("Succeeded", "Failed").contains(pod.status().phase());
            boolean waits = pod.spec().nodeName().isEmpty();
            if (!finished && nodes.containsKey(pod.spec().nodeName())) {
                assumed.put(pod, pod.spec().nodeName());
                volumes.put(pod, pod.spec().nodeName());
            }
            if (!finished && waits && !pod.status().nominatedNodeName().isEmpty()) {
                nominated
                        .computeIfAbsent(pod.status().nominatedNodeName(), node -> new ArrayList<>())
                        .add(pod);
            }
            GroupRef group = group(pod);
            if (!finished && !(waits && pod.metadata().deletionTimestamp() != null) && group != null) {
                members.computeIfAbsent(group, ref -> new ArrayList<>()).add(pod);
            }
        }
        for (SchedulingObject object : objects) {
            String namespace = object.metadata().namespaceOrDefault();
            named.computeIfAbsent(
                            List.of(object.kind(), namespace, object.metadata().name()), key -> new ArrayList<>())
                    .add(object);
            String parent = parent(object);
            if (parent != null) {
                inside.computeIfAbsent(List.of(namespace, parent), key -> new ArrayList<>())
                        .add(object);
            }
        }
    }

    private static @Nullable GroupRef group(Pod pod) {
        String namespace = pod.metadata().namespaceOrDefault();
        WorkloadRef workload = pod.spec().workloadRef();
        if (workload != null) {
            return GroupRef.workload(namespace, workload.name(), workload.podGroup(), workload.podGroupReplicaKey());
        }
        return pod.spec().schedulingGroup() == null
                        || pod.spec().schedulingGroup().podGroupName() == null
                ? null
                : GroupRef.podGroup(namespace, pod.spec().schedulingGroup().podGroupName());
    }

    /** {@return the group that a group names as its parent; null if none} */
    static @Nullable String parent(SchedulingObject object) {
        if (object instanceof PodGroup group) {
            return group.spec().parentCompositePodGroupName();
        }
        return object instanceof CompositePodGroup group ? group.spec().parentCompositePodGroupName() : null;
    }

    /** {@return the pods that name a group, those that have ended or are being deleted before they ran left out} */
    List<Pod> members(GroupRef group) {
        return members.getOrDefault(group, List.of());
    }

    /** {@return the pods that wait for a node which is nominated for them} */
    List<Pod> nominated(String node) {
        return nominated.getOrDefault(node, List.of());
    }

    /** {@return the objects that a group is called by, in the order given: one, unless a name is given twice} */
    List<SchedulingObject> named(GroupRef group) {
        return named.getOrDefault(List.of(group.kind().word(), group.namespace(), group.name()), List.of());
    }

    /** {@return the groups that name a group of groups as their parent} */
    List<SchedulingObject> inside(GroupRef group) {
        return group.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP
                ? inside.getOrDefault(List.of(group.namespace(), group.name()), List.of())
                : List.of();
    }
}
