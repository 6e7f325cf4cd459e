package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Goes through the templates of a Workload, however deep. */
final class Templates {

    /** What is done with a template. */
    interface Visitor {

        /** A template of pods. */
        default void leaf(FieldPath path, PodGroupTemplate template) {}

        /** A template of groups; its children come later. */
        default void composite(FieldPath path, CompositePodGroupTemplate template) {}
    }

    private record Open(FieldPath path, CompositePodGroupTemplate template) {}

    private Templates() {}

    /** {@return the path of the list of groups in a version} */
    static FieldPath groups(ApiVersion version) {
        return FieldPath.root("spec").child(version == ApiVersion.V1ALPHA1 ? "podGroups" : "podGroupTemplates");
    }

    /** Visits every template of {@code v1alpha2} or later. */
    static void forEach(WorkloadSpec spec, Visitor visitor) {
        FieldPath path = FieldPath.root("spec");
        Deque<Open> open = new ArrayDeque<>();
        lists(path, spec.podGroupTemplates(), spec.compositePodGroupTemplates(), open, visitor);
        while (!open.isEmpty()) {
            Open next = open.removeFirst();
            visitor.composite(next.path, next.template);
            lists(
                    next.path,
                    next.template.podGroupTemplates(),
                    next.template.compositePodGroupTemplates(),
                    open,
                    visitor);
        }
    }

    private static void lists(
            FieldPath path,
            List<PodGroupTemplate> leaves,
            List<CompositePodGroupTemplate> composites,
            Deque<Open> open,
            Visitor visitor) {
        for (int i = 0; i < leaves.size(); i++) {
            visitor.leaf(path.child("podGroupTemplates").index(i), leaves.get(i));
        }
        for (int i = 0; i < composites.size(); i++) {
            open.addLast(new Open(path.child("compositePodGroupTemplates").index(i), composites.get(i)));
        }
    }
}
