package io.github.workload4j.policy;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.release.FeatureGate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is dropped from the templates of a Workload. The server looks up the stored template of a leaf by its position
 * and that of a composite by its name, and so do we: after a change of order, fields of leaves are dropped or kept that
 * should not be.
 */
final class TemplateDropping {

    private static final String LEAVES = "podGroupTemplates";
    private static final String COMPOSITES = "compositePodGroupTemplates";

    /** Trees nested deeper are invalid anyway, and are left as they are. */
    private static final int MAX_LEVELS = 100;

    private final FieldDropping fields;

    TemplateDropping(FieldDropping fields) {
        this.fields = fields;
    }

    /** {@return a Workload with what is left of its templates} */
    Workload workload(Workload workload, @Nullable Workload old, FieldPath at) {
        WorkloadSpec spec = workload.spec();
        WorkloadSpec before = old == null ? null : old.spec();
        List<PodGroupTemplate> leaves =
                leaves(spec.podGroupTemplates(), before == null ? List.of() : before.podGroupTemplates(), at);
        List<CompositePodGroupTemplate> composites = composites(
                spec.compositePodGroupTemplates(),
                before == null ? List.of() : before.compositePodGroupTemplates(),
                at,
                MAX_LEVELS);
        return workload.withSpec(new WorkloadSpec(spec.controllerRef(), leaves, composites));
    }

    private List<PodGroupTemplate> leaves(List<PodGroupTemplate> now, List<PodGroupTemplate> old, FieldPath at) {
        List<PodGroupTemplate> kept = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            kept.add(leaf(
                    now.get(i),
                    i < old.size() ? old.get(i) : null,
                    at.child(LEAVES).index(i)));
        }
        return kept;
    }

    private PodGroupTemplate leaf(PodGroupTemplate now, @Nullable PodGroupTemplate old, FieldPath at) {
        PodGroupTemplate.Builder kept = now.toBuilder();
        fields.constraints(now, old, at, kept);
        if (fields.dropsClaims(now, old, at)) {
            kept.resourceClaims(List.of());
        }
        fields.disruption(now, old, at, kept);
        return kept.build();
    }

    private List<CompositePodGroupTemplate> composites(
            List<CompositePodGroupTemplate> now, List<CompositePodGroupTemplate> old, FieldPath at, int levels) {
        if (levels == 0
                || !now.isEmpty()
                        && fields.drops(FeatureGate.COMPOSITE_POD_GROUP, !old.isEmpty(), at.child(COMPOSITES))) {
            return levels == 0 ? now : List.of();
        }
        List<CompositePodGroupTemplate> kept = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            kept.add(composite(
                    now.get(i),
                    last(old, now.get(i).name()),
                    at.child(COMPOSITES).index(i),
                    levels));
        }
        return kept;
    }

    private CompositePodGroupTemplate composite(
            CompositePodGroupTemplate now, @Nullable CompositePodGroupTemplate old, FieldPath at, int levels) {
        CompositePodGroupTemplate.Builder kept = now.toBuilder();
        fields.policy(now, old, at, kept);
        kept.podGroupTemplates(leaves(now.podGroupTemplates(), old == null ? List.of() : old.podGroupTemplates(), at));
        kept.compositePodGroupTemplates(composites(
                now.compositePodGroupTemplates(),
                old == null ? List.of() : old.compositePodGroupTemplates(),
                at,
                levels - 1));
        return kept.build();
    }

    /** {@return the last template of a name, which is the one that the server finds} */
    private static @Nullable CompositePodGroupTemplate last(List<CompositePodGroupTemplate> old, String name) {
        CompositePodGroupTemplate found = null;
        for (CompositePodGroupTemplate template : old) {
            found = template.name().equals(name) ? template : found;
        }
        return found;
    }
}
