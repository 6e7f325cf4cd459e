package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/** Goes through the templates of a Workload, level by level. */
final class Templates {

    /**
     * Templates nested deeper have no place in a warning: rule B-13 refuses them, and their paths would have no end.
     */
    private static final int MAX_LEVELS = 100;

    private record Open(FieldPath path, CompositePodGroupTemplate template, int level) {}

    private Templates() {}

    /** {@return the path of the list of groups in a version} */
    static FieldPath groups(ApiVersion version) {
        return FieldPath.root("spec").child(version == ApiVersion.V1ALPHA1 ? "podGroups" : "podGroupTemplates");
    }

    /** Visits the templates of {@code v1alpha2} or later, those of a hundred levels, a template before its children. */
    static void forEach(WorkloadSpec spec, BiConsumer<FieldPath, GroupFields> visitor) {
        Deque<Open> open = new ArrayDeque<>();
        FieldPath root = FieldPath.root("spec");
        leaves(root, spec.podGroupTemplates(), visitor);
        open(root, spec.compositePodGroupTemplates(), 1, open);
        while (!open.isEmpty()) {
            Open next = open.removeFirst();
            visitor.accept(next.path, next.template);
            leaves(next.path, next.template.podGroupTemplates(), visitor);
            if (next.level < MAX_LEVELS) {
                open(next.path, next.template.compositePodGroupTemplates(), next.level + 1, open);
            }
        }
    }

    private static void leaves(
            FieldPath path, List<PodGroupTemplate> leaves, BiConsumer<FieldPath, GroupFields> visitor) {
        for (int i = 0; i < leaves.size(); i++) {
            visitor.accept(path.child("podGroupTemplates").index(i), leaves.get(i));
        }
    }

    private static void open(FieldPath path, List<CompositePodGroupTemplate> composites, int level, Deque<Open> open) {
        for (int i = 0; i < composites.size(); i++) {
            open.addLast(new Open(path.child("compositePodGroupTemplates").index(i), composites.get(i), level));
        }
    }
}
