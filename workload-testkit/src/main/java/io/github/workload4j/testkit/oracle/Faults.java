package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.gang.GroupRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler refuses of groups and trees of groups, section 6: missing parents, cycles, too many levels, no
 * minimum, mixed Workloads.
 */
final class Faults {

    private static final int LEVELS = 4;

    private final List<SchedulingObject> objects;

    Faults(List<SchedulingObject> objects) {
        this.objects = objects;
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
        Set<String> workloads = new HashSet<>();
        Set<String> faults = new HashSet<>();
        for (int i = 0; i < LEVELS && !level.isEmpty(); i++) {
            List<SchedulingObject> next = new ArrayList<>();
            for (SchedulingObject group : level) {
                if (isBelowOne(minimum(group))) {
                    faults.add("InvalidGroup");
                }
                if (template(group) instanceof TemplateRef.Named named) {
                    workloads.add(named.workloadName());
                }
                next.addAll(children(group));
            }
            level = next;
        }
        if (!level.isEmpty()) {
            faults.add("HierarchyTooDeep");
        }
        if (workloads.size() > 1) {
            faults.add("MixedWorkloads");
        }
        return faults;
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
