package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group: the groups inside it and the pods of each, as manifests name them.
 *
 * @param objects all groups
 * @param pods all pods
 */
record Trees(List<SchedulingObject> objects, List<Pod> pods) {

    static boolean finished(Pod pod) {
        return pod.status().phase().equals("Succeeded") || pod.status().phase().equals("Failed");
    }

    /** {@return the tree of a root group, as the scheduler that tries it sees it, or null} */
    @Nullable
    Tree tried(GroupRef ref) {
        Tree tree = tree(ref);
        if (tree != null) {
            Set<String> names = new TreeSet<>();
            tree.pending().forEach(pod -> names.add(Tree.scheduler(pod)));
            boolean byDefault = names.isEmpty() || names.contains("default-scheduler");
            tree.of(byDefault ? "default-scheduler" : names.iterator().next());
        }
        return tree;
    }

    @Nullable
    Tree tree(GroupRef ref) {
        Tree tree = new Tree(ref.kind() != GroupRef.Kind.COMPOSITE_POD_GROUP);
        boolean found = false;
        for (SchedulingObject object : objects) {
            boolean named = object.metadata().namespace().equals(ref.namespace())
                    && object.metadata().name().equals(ref.name())
                    && object.kind().equals(ref.kind().word());
            if (named && object instanceof PodGroup group) {
                found = true;
                tree.basic = group.spec().schedulingPolicy().basic() != null;
                tree.minimum =
                        tree.basic ? 1 : group.spec().schedulingPolicy().gang().minCount();
                tree.key = key(group.spec().schedulingConstraints());
                tree.version = group.apiVersion();
                tree.priority = group.spec().priority();
                tree.preemption = group.spec().preemptionPolicy();
            } else if (named && object instanceof CompositePodGroup group) {
                found = true;
                tree.basic = group.spec().schedulingPolicy().basic() != null;
                tree.minimum =
                        tree.basic ? 1 : group.spec().schedulingPolicy().gang().minGroupCount();
                tree.key = key(group.spec().schedulingConstraints());
                tree.version = group.apiVersion();
                tree.priority = group.spec().priority();
                tree.preemption = group.spec().preemptionPolicy();
            } else if (named && object instanceof Workload workload) {
                for (PodGroupTemplate group : workload.spec().podGroupTemplates()) {
                    if (group.name().equals(ref.podGroup())) {
                        found = true;
                        tree.basic = group.schedulingPolicy().basic() != null;
                        tree.minimum =
                                tree.basic ? 1 : group.schedulingPolicy().gang().minCount();
                        tree.key = key(group.schedulingConstraints());
                    }
                }
            }
            if (!tree.leaf
                    && object instanceof PodGroup child
                    && isIn(child, child.spec().parentCompositePodGroupName(), ref)) {
                tree.children.add(
                        tree(GroupRef.podGroup(ref.namespace(), child.metadata().name())));
            }
            if (!tree.leaf
                    && object instanceof CompositePodGroup child
                    && isIn(child, child.spec().parentCompositePodGroupName(), ref)) {
                tree.children.add(tree(GroupRef.compositePodGroup(
                        ref.namespace(), child.metadata().name())));
            }
        }
        for (Pod pod : pods) {
            if (tree.leaf && belongs(pod, ref) && !finished(pod)) {
                if (!pod.spec().nodeName().isEmpty()) {
                    tree.running.add(pod);
                } else if (pod.metadata().deletionTimestamp() == null) {
                    tree.pending.add(pod);
                } else {
                    tree.leavingPods.add(pod);
                }
            }
        }
        return found ? tree : null;
    }

    private static boolean isIn(SchedulingObject child, @Nullable String parent, GroupRef ref) {
        return child.metadata().namespace().equals(ref.namespace())
                && ref.name().equals(parent);
    }

    private static @Nullable String key(@Nullable SchedulingConstraints constraints) {
        return constraints == null || constraints.topology().isEmpty()
                ? null
                : constraints.topology().get(0).key();
    }

    private static boolean belongs(Pod pod, GroupRef ref) {
        Map<String, String> said = new HashMap<>();
        if (pod.spec().workloadRef() != null) {
            said.put("kind", "Workload");
            said.put("name", pod.spec().workloadRef().name());
            said.put("group", pod.spec().workloadRef().podGroup());
            said.put("key", pod.spec().workloadRef().podGroupReplicaKey());
        } else if (pod.spec().schedulingGroup() != null) {
            said.put("kind", "PodGroup");
            said.put("name", pod.spec().schedulingGroup().podGroupName());
            said.put("group", "");
            said.put("key", "");
        }
        return pod.metadata().namespace().equals(ref.namespace())
                && ref.kind().word().equals(said.get("kind"))
                && ref.name().equals(said.get("name"))
                && ref.podGroup().equals(said.get("group"))
                && ref.replicaKey().equals(said.get("key"));
    }
}
