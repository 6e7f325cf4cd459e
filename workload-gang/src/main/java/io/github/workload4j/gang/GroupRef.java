package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import java.io.Serializable;
import java.util.Optional;

/**
 * Which group: what pods say to belong to it, and what people call it.
 *
 * <p>Printed as {@code namespace/name}, for a group of a {@code v1alpha1} Workload as {@code
 * namespace/workload/podGroup} or {@code namespace/workload/podGroup/replicaKey}. Ordered by namespace, name, group,
 * key, kind.
 *
 * @param kind kind of the object
 * @param namespace namespace of the object and of all its pods; {@code default} if given as the empty text
 * @param name name of the Workload, PodGroup or CompositePodGroup
 * @param podGroup for a Workload the name of the group in it, otherwise empty
 * @param replicaKey for a Workload the key that splits the group into gangs of their own, or empty
 */
public record GroupRef(Kind kind, String namespace, String name, String podGroup, String replicaKey)
        implements Comparable<GroupRef>, Serializable {

    public GroupRef {
        requireNonNull(namespace, "namespace");
        requireNonNull(kind, "kind");
        namespace = ObjectMeta.namespaceOrDefault(namespace);
        requireNonNull(name, "name");
        requireNonNull(podGroup, "podGroup");
        requireNonNull(replicaKey, "replicaKey");
    }

    /** Kind of object a group is. */
    public enum Kind {
        /** A group inside a {@code v1alpha1} Workload. */
        WORKLOAD("Workload"),
        /** A PodGroup, since {@code v1alpha2}. */
        POD_GROUP("PodGroup"),
        /** A group of groups, since {@code v1alpha3}. */
        COMPOSITE_POD_GROUP("CompositePodGroup");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** {@return the kind as a manifest writes it} */
        public String word() {
            return word;
        }
    }

    /** {@return a group of a {@code v1alpha1} Workload; no key is the empty key} */
    public static GroupRef workload(String namespace, String workload, String podGroup, String replicaKey) {
        requireNonNull(namespace, "namespace");
        requireNonNull(workload, "workload");
        return new GroupRef(Kind.WORKLOAD, namespace, workload, podGroup, replicaKey);
    }

    /** {@return a PodGroup} */
    public static GroupRef podGroup(String namespace, String name) {
        requireNonNull(namespace, "namespace");
        return new GroupRef(Kind.POD_GROUP, namespace, name, "", "");
    }

    /** {@return a CompositePodGroup} */
    public static GroupRef compositePodGroup(String namespace, String name) {
        requireNonNull(namespace, "namespace");
        return new GroupRef(Kind.COMPOSITE_POD_GROUP, namespace, name, "", "");
    }

    /** {@return the group that a pod says it belongs to, or empty} */
    public static Optional<GroupRef> of(Pod pod) {
        requireNonNull(pod, "pod");
        WorkloadRef workload = pod.spec().workloadRef();
        if (workload != null) {
            return Optional.of(workload(
                    pod.metadata().namespace(), workload.name(), workload.podGroup(), workload.podGroupReplicaKey()));
        }
        PodSchedulingGroup group = pod.spec().schedulingGroup();
        return group == null || group.podGroupName() == null
                ? Optional.empty()
                : Optional.of(podGroup(pod.metadata().namespace(), group.podGroupName()));
    }

    @Override
    public int compareTo(GroupRef other) {
        requireNonNull(other, "other");
        int order = namespace.compareTo(other.namespace);
        order = order != 0 ? order : name.compareTo(other.name);
        order = order != 0 ? order : podGroup.compareTo(other.podGroup);
        order = order != 0 ? order : replicaKey.compareTo(other.replicaKey);
        return order != 0 ? order : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        String text = namespace + "/" + name;
        if (kind == Kind.WORKLOAD) {
            text += (podGroup.isEmpty() ? "" : "/" + podGroup) + (replicaKey.isEmpty() ? "" : "/" + replicaKey);
        }
        return text;
    }
}
