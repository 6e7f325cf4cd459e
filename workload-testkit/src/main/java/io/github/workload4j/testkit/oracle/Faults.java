package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.GroupRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler refuses of groups and trees of groups: missing parents, cycles, too many levels, no minimum, and
 * what groups disagree in.
 */
final class Faults {

    private final List<SchedulingObject> objects;
    private final KubernetesRelease release;

    Faults(List<SchedulingObject> objects, KubernetesRelease release) {
        this.objects = objects;
        this.release = release;
    }

    /** {@return the machine words for what is wrong with a root group; none if there is no such group} */
    Set<String> of(GroupRef ref) {
        SchedulingObject root = find(ref.kind().word(), ref.namespace(), ref.name());
        if (root instanceof Workload workload) {
            for (PodGroupTemplate group : workload.spec().podGroupTemplates()) {
                if (group.name().equals(ref.podGroup())
                        && isBelowOne(minimum(group.schedulingPolicy().gang()))) {
                    return Set.of("InvalidGroup");
                }
            }
            return Set.of();
        }
        if (root == null) {
            return Set.of();
        }
        Set<SchedulingObject> above = new HashSet<>();
        for (SchedulingObject at = root; !parent(at).isEmpty(); ) {
            if (!above.add(at)) {
                return Set.of("GroupCycle");
            }
            at = find("CompositePodGroup", ref.namespace(), parent(at));
            if (at == null) {
                return Set.of("ParentNotFound");
            }
        }
        List<SchedulingObject> level = List.of(root);
        Set<String> faults = new HashSet<>();
        for (int i = 1; !level.isEmpty(); i++) {
            List<SchedulingObject> next = new ArrayList<>();
            for (SchedulingObject group : level) {
                if (isBelowOne(minimum(group))) {
                    faults.add("InvalidGroup");
                }
                boolean limited = release == KubernetesRelease.V1_38;
                if (limited && (i > 4 || i == 4 && group instanceof CompositePodGroup)) {
                    faults.add("HierarchyTooDeep");
                }
                next.addAll(children(group));
            }
            level = next;
        }
        return faults;
    }

    /** {@return the machine words for what groups inside a root disagree in with it, or with their parents} */
    Set<String> disagreements(GroupRef ref) {
        Set<String> words = new HashSet<>();
        SchedulingObject root = find(ref.kind().word(), ref.namespace(), ref.name());
        if (root == null || release != KubernetesRelease.V1_38) {
            return words;
        }
        List<SchedulingObject> open = new ArrayList<>(List.of(root));
        for (int i = 0; i < open.size(); i++) {
            for (SchedulingObject child : children(open.get(i))) {
                open.add(child);
                if (!workload(child).equals(workload(root))) {
                    words.add("MixedWorkloads");
                }
                if (priority(child) != priority(root)) {
                    words.add("PriorityMismatch");
                }
                if (isGang(open.get(i)) && !isGang(child)) {
                    words.add("BasicInGang");
                }
                if (isAll(open.get(i)) && !isAll(child)) {
                    words.add("DisruptionModeMismatch");
                }
            }
        }
        return words;
    }

    /** {@return the preemption policies that groups inside a root name} */
    Set<String> policiesInside(GroupRef ref) {
        Set<String> policies = new HashSet<>();
        SchedulingObject root = find(ref.kind().word(), ref.namespace(), ref.name());
        List<SchedulingObject> open = root == null ? List.of() : new ArrayList<>(children(root));
        for (int i = 0; i < open.size(); i++) {
            PreemptionPolicy policy = ((GroupObject) open.get(i)).spec().preemptionPolicy();
            if (policy != null) {
                policies.add(policy.value());
            }
            open.addAll(children(open.get(i)));
        }
        return policies;
    }

    private static String workload(SchedulingObject group) {
        return !(group instanceof Workload) && template(group) instanceof TemplateRef.Named named
                ? named.workloadName()
                : "";
    }

    private static int priority(SchedulingObject group) {
        Integer priority = group instanceof GroupObject own ? own.spec().priority() : null;
        return priority == null ? 0 : priority;
    }

    private static boolean isGang(SchedulingObject group) {
        return ((GroupObject) group).spec().isGang();
    }

    private static boolean isAll(SchedulingObject group) {
        return ((GroupObject) group).spec().isDisruptedTogether();
    }

    private @Nullable SchedulingObject find(String kind, String namespace, String name) {
        for (SchedulingObject object : objects) {
            if (object.kind().equals(kind)
                    && object.metadata().namespace().equals(namespace)
                    && object.metadata().name().equals(name)) {
                return object;
            }
        }
        return null;
    }

    private List<SchedulingObject> children(SchedulingObject group) {
        List<SchedulingObject> children = new ArrayList<>();
        for (SchedulingObject object : objects) {
            if (group instanceof CompositePodGroup
                    && object.metadata().namespace().equals(group.metadata().namespace())
                    && parent(object).equals(group.metadata().name())) {
                children.add(object);
            }
        }
        return children;
    }

    private static String parent(@Nullable SchedulingObject group) {
        String parent = null;
        if (group instanceof PodGroup flat) {
            parent = flat.spec().parentCompositePodGroupName();
        } else if (group instanceof CompositePodGroup composite) {
            parent = composite.spec().parentCompositePodGroupName();
        }
        return parent == null ? "" : parent;
    }

    private static @Nullable TemplateRef template(SchedulingObject group) {
        return group instanceof PodGroup flat
                ? flat.spec().workloadRef()
                : ((CompositePodGroup) group).spec().workloadRef();
    }

    private static @Nullable Integer minimum(SchedulingObject group) {
        if (group instanceof PodGroup flat) {
            return minimum(flat.spec().schedulingPolicy().gang());
        }
        CompositeSchedulingPolicy.Gang gang =
                ((CompositePodGroup) group).spec().schedulingPolicy().gang();
        return gang == null ? null : Integer.valueOf(gang.minGroupCount());
    }

    private static @Nullable Integer minimum(SchedulingPolicy.@Nullable Gang gang) {
        return gang == null ? null : Integer.valueOf(gang.minCount());
    }

    private static boolean isBelowOne(@Nullable Integer minimum) {
        return minimum != null && minimum < 1;
    }
}
