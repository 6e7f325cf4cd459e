package io.github.workload4j.policy.lint;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.policy.server.ApiServer;
import io.github.workload4j.policy.server.ServerAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Templates that an update puts in another order. A server whose gates are off looks for the stored template of a leaf
 * by its place, to see whether a field of a gate was there before.
 */
final class UpdateLints {

    private static final String LEAVES = "podGroupTemplates";
    private static final String COMPOSITES = "compositePodGroupTemplates";

    /** Trees nested deeper are invalid anyway. */
    private static final int MAX_LEVELS = 100;

    private final ApiServer server;
    private final Workload stored;
    private final Workload updated;
    private final Warnings warnings;

    UpdateLints(Workload stored, Workload updated, ClusterSetup setup, Warnings warnings) {
        this.server = ApiServer.of(setup).assumingCurrentVersions();
        this.stored = stored;
        this.updated = updated;
        this.warnings = warnings;
    }

    void check() {
        WorkloadSpec spec = updated.spec();
        FieldPath at = FieldPath.root("spec");
        leaves(
                at,
                stored.spec().podGroupTemplates(),
                spec.podGroupTemplates(),
                leaves -> new WorkloadSpec(spec.controllerRef(), leaves, spec.compositePodGroupTemplates()));
        composites(
                at,
                stored.spec().compositePodGroupTemplates(),
                spec.compositePodGroupTemplates(),
                composites -> new WorkloadSpec(spec.controllerRef(), spec.podGroupTemplates(), composites),
                MAX_LEVELS);
    }

    /**
     * @param at what holds the list
     * @param inside the spec with another list in the place of this one
     */
    private void leaves(
            FieldPath at,
            List<PodGroupTemplate> old,
            List<PodGroupTemplate> now,
            Function<List<PodGroupTemplate>, WorkloadSpec> inside) {
        List<String> before = old.stream().map(PodGroupTemplate::name).toList();
        List<String> after = now.stream().map(PodGroupTemplate::name).toList();
        boolean isSameSet = new HashSet<>(before).equals(new HashSet<>(after)) && before.size() == after.size();
        if (!isSameSet || before.equals(after)) {
            return;
        }
        List<PodGroupTemplate> asStored = new ArrayList<>(now);
        asStored.sort(Comparator.comparingInt(template -> before.indexOf(template.name())));
        ServerAnswer asWritten = server.update(stored, updated);
        ServerAnswer inOrder = server.update(stored, updated.withSpec(inside.apply(asStored)));
        boolean isRefused = asWritten.violations().size() > inOrder.violations().size();
        if (isRefused || asWritten.dropped().size() > inOrder.dropped().size()) {
            String message =
                    "the templates are in another order than stored, and a feature gate is off whose field some"
                            + " of them have: the server takes them by their place, and "
                            + (isRefused ? "refuses the update" : "drops the field");
            warnings.add(
                    0, at.child(LEAVES), Lint.TEMPLATES_REORDERED, message, "keep them in the order that is stored");
        }
    }

    private void composites(
            FieldPath at,
            List<CompositePodGroupTemplate> old,
            List<CompositePodGroupTemplate> now,
            Function<List<CompositePodGroupTemplate>, WorkloadSpec> inside,
            int levels) {
        for (int i = 0; i < now.size() && levels > 0; i++) {
            CompositePodGroupTemplate template = now.get(i);
            CompositePodGroupTemplate before = null;
            for (CompositePodGroupTemplate each : old) {
                before = each.name().equals(template.name()) ? each : before;
            }
            if (before == null) {
                continue;
            }
            int place = i;
            Function<CompositePodGroupTemplate, WorkloadSpec> around = changed -> {
                List<CompositePodGroupTemplate> list = new ArrayList<>(now);
                list.set(place, changed);
                return inside.apply(list);
            };
            FieldPath here = at.child(COMPOSITES).index(i);
            leaves(
                    here,
                    before.podGroupTemplates(),
                    template.podGroupTemplates(),
                    leaves -> around.apply(
                            template.toBuilder().podGroupTemplates(leaves).build()));
            composites(
                    here,
                    before.compositePodGroupTemplates(),
                    template.compositePodGroupTemplates(),
                    nested -> around.apply(template.toBuilder()
                            .compositePodGroupTemplates(nested)
                            .build()),
                    levels - 1);
        }
    }
}
