package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code v1alpha3} or {@code v1beta1} to {@code v1alpha2}, which has no groups of groups. */
final class BetaToAlpha2 {

    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final int MOST_TEMPLATES = 8;
    private static final String TARGET = ApiVersion.V1ALPHA2.version();

    private final boolean flatten;
    private final Losses losses;

    BetaToAlpha2(boolean flatten, Losses losses) {
        this.flatten = flatten;
        this.losses = losses;
    }

    List<Item> apply(List<Item> items) {
        Set<List<String>> lostTemplates = flatten ? Set.of() : nestedTemplates(items);
        List<Item> result = new ArrayList<>(items.size());
        for (Item item : items) {
            if (item.object() instanceof Workload workload && isBeta(workload.apiVersion())) {
                result.add(workload(item, workload));
            } else if (item.object() instanceof PodGroup group && isBeta(group.apiVersion())) {
                result.add(item.with(podGroup(item.source(), group, lostTemplates)));
            } else if (item.object() instanceof CompositePodGroup group) {
                losses.dropped(
                        item.source(),
                        FieldPath.DOCUMENT,
                        CompactJson.text(group.metadata().name()),
                        TARGET);
            } else {
                result.add(item);
            }
        }
        return result;
    }

    /** {@return namespace, Workload and name of every template that is in a group of groups} */
    private static Set<List<String>> nestedTemplates(List<Item> items) {
        Set<List<String>> nested = new HashSet<>();
        for (Item item : items) {
            if (item.object() instanceof Workload workload) {
                List<PodGroupTemplate> leaves = new ArrayList<>();
                addLeaves(workload.spec().compositePodGroupTemplates(), leaves);
                ObjectMeta metadata = workload.metadata();
                leaves.forEach(leaf -> nested.add(List.of(metadata.namespace(), metadata.name(), leaf.name())));
            }
        }
        return nested;
    }

    private static boolean isBeta(ApiVersion version) {
        return version.isAtLeast(ApiVersion.V1ALPHA3);
    }

    private Item workload(Item item, Workload workload) {
        WorkloadSpec spec = workload.spec();
        List<CompositePodGroupTemplate> composites = spec.compositePodGroupTemplates();
        List<PodGroupTemplate> all = new ArrayList<>(spec.podGroupTemplates());
        Item from = item;
        if (!composites.isEmpty()) {
            FieldPath path = SPEC.child("compositePodGroupTemplates");
            if (flatten) {
                addLeaves(composites, all);
                from = item.withLeaves(workload, composites);
                reportFlattened(item.source(), path, composites);
            } else {
                losses.dropped(item.source(), path, CompactJson.list(composites, CompactJson::template), TARGET);
            }
            reportSize(item.source(), path, all.size());
        }
        List<PodGroupTemplate> templates = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            templates.add(template(from, i, all.get(i)));
        }
        WorkloadSpec alpha2 = new WorkloadSpec(spec.controllerRef(), templates, List.of());
        return from.with(new Workload(ApiVersion.V1ALPHA2, workload.metadata(), alpha2));
    }

    private static void addLeaves(List<CompositePodGroupTemplate> composites, List<PodGroupTemplate> leaves) {
        for (CompositePodGroupTemplate composite : composites) {
            leaves.addAll(composite.podGroupTemplates());
            addLeaves(composite.compositePodGroupTemplates(), leaves);
        }
    }

    private void reportFlattened(ApiObject source, FieldPath list, List<CompositePodGroupTemplate> composites) {
        for (int i = 0; i < composites.size(); i++) {
            losses.add(
                    source,
                    list.index(i),
                    Loss.Kind.APPROXIMATED,
                    CompactJson.text(composites.get(i).name()),
                    "only the groups of pods in it are kept: its quorum of groups, topology and disruption mode"
                            + " are lost");
        }
    }

    private void reportSize(ApiObject source, FieldPath path, int size) {
        if (size == 0) {
            losses.add(source, path, Loss.Kind.INVALID_IN_TARGET, "", "a Workload without groups");
        } else if (size > MOST_TEMPLATES) {
            losses.add(
                    source,
                    path,
                    Loss.Kind.INVALID_IN_TARGET,
                    CompactJson.number(size),
                    "more than " + MOST_TEMPLATES + " groups");
        }
    }

    private PodGroupTemplate template(Item item, int index, PodGroupTemplate template) {
        FieldPath path = item.templates().get(index);
        reportPreemption(item.source(), path, template);
        return template.toBuilder()
                .preemptionPolicy(null)
                .disruptionMode(disruptionMode(item.source(), path, template))
                .build();
    }

    private PodGroup podGroup(ApiObject source, PodGroup group, Set<List<String>> lostTemplates) {
        PodGroupSpec spec = group.spec();
        if (spec.parentCompositePodGroupName() != null) {
            losses.dropped(
                    source,
                    SPEC.child("parentCompositePodGroupName"),
                    CompactJson.text(spec.parentCompositePodGroupName()),
                    TARGET);
        }
        if (spec.workloadRef() instanceof TemplateRef.Named ref
                && lostTemplates.contains(
                        List.of(group.metadata().namespace(), ref.workloadName(), ref.templateName()))) {
            losses.add(
                    source,
                    SPEC.child("workloadRef").child("templateName"),
                    Loss.Kind.INVALID_IN_TARGET,
                    CompactJson.text(ref.templateName()),
                    "the template is lost with the group of groups it was in");
        }
        reportPreemption(source, SPEC, spec);
        PodGroupSpec alpha2 = spec.toBuilder()
                .parentCompositePodGroupName(null)
                .preemptionPolicy(null)
                .disruptionMode(disruptionMode(source, SPEC, spec))
                .build();
        PodGroupStatus status = new PodGroupStatus(
                Conditions.renamed(source, group.status().conditions(), Conditions.BETA, Conditions.ALPHA2, losses),
                group.status().resourceClaimStatuses());
        return new PodGroup(ApiVersion.V1ALPHA2, group.metadata(), alpha2, status);
    }

    /** Before 1.37 every group may push out lower priorities, so to drop the policy that says so loses nothing. */
    private void reportPreemption(ApiObject source, FieldPath parent, GroupFields group) {
        PreemptionPolicy policy = group.preemptionPolicy();
        if (policy != null && !policy.equals(PreemptionPolicy.PREEMPT_LOWER_PRIORITY)) {
            losses.dropped(source, parent.child("preemptionPolicy"), CompactJson.text(policy.value()), TARGET);
        }
    }

    private @Nullable DisruptionMode disruptionMode(ApiObject source, FieldPath parent, GroupFields group) {
        DisruptionMode mode = group.disruptionMode();
        if (mode == null || mode.isSingle() != mode.isAll()) {
            return mode;
        }
        FieldPath path = parent.child("disruptionMode");
        String value = CompactJson.mode(mode, ApiVersion.V1BETA1);
        losses.dropped(source, path, value, TARGET);
        losses.add(
                source,
                path,
                Loss.Kind.INVALID_IN_TARGET,
                value,
                "neither version takes " + (mode.isAll() ? "both modes" : "no mode"));
        return null;
    }
}
