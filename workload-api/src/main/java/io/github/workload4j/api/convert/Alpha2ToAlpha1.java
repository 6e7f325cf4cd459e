package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Templates become embedded groups; a PodGroup becomes the reference that its pods carry. */
final class Alpha2ToAlpha1 {

    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final String TARGET = ApiVersion.V1ALPHA1.version();

    private final List<Item> items;
    private final Losses losses;
    private final WorkloadAssignment assignment;

    private Alpha2ToAlpha1(List<Item> items, Losses losses) {
        this.items = items;
        this.losses = losses;
        this.assignment = WorkloadAssignment.of(items);
    }

    static List<Item> apply(List<Item> items, Losses losses) {
        return new Alpha2ToAlpha1(items, losses).result();
    }

    private List<Item> result() {
        List<Item> result = new ArrayList<>(items.size());
        Set<Lookup.Name> withPods = namesOnPods();
        Set<Lookup.Name> made = new HashSet<>();
        for (Item item : items) {
            if (item.object() instanceof Workload workload && workload.apiVersion() == ApiVersion.V1ALPHA2) {
                result.add(item.with(workload(item, workload)));
            } else if (item.object() instanceof PodGroup group && group.apiVersion() == ApiVersion.V1ALPHA2) {
                podGroup(item, group, withPods, made, result);
            } else if (item.object() instanceof Pod pod && pod.spec().schedulingGroup() != null) {
                result.add(item.with(pod(item, pod)));
            } else {
                result.add(item);
            }
        }
        return result;
    }

    private Set<Lookup.Name> namesOnPods() {
        Set<Lookup.Name> names = new HashSet<>();
        for (Item item : items) {
            if (item.object() instanceof Pod pod
                    && pod.spec().schedulingGroup() != null
                    && pod.spec().schedulingGroup().podGroupName() != null) {
                names.add(new Lookup.Name(
                        pod.metadata().namespace(), pod.spec().schedulingGroup().podGroupName()));
            }
        }
        return names;
    }

    private Workload workload(Item item, Workload workload) {
        List<PodGroupTemplate> groups = new ArrayList<>();
        List<PodGroupTemplate> templates = workload.spec().podGroupTemplates();
        for (int i = 0; i < templates.size(); i++) {
            PodGroupTemplate template = templates.get(i);
            reportDropped(item, item.templates().get(i), template);
            groups.add(PodGroupTemplate.of(template.name(), template.schedulingPolicy()));
        }
        groups.addAll(assignment.furtherGroups(workload));
        return new Workload(
                ApiVersion.V1ALPHA1,
                workload.metadata(),
                new WorkloadSpec(workload.spec().controllerRef(), groups, List.of()));
    }

    private void reportDropped(Item item, FieldPath path, PodGroupTemplate template) {
        if (template.schedulingConstraints() != null) {
            losses.dropped(
                    item.source(),
                    path.child("schedulingConstraints"),
                    CompactJson.constraints(template.schedulingConstraints()),
                    TARGET);
        }
        if (!template.resourceClaims().isEmpty()) {
            losses.dropped(
                    item.source(),
                    path.child("resourceClaims"),
                    CompactJson.list(template.resourceClaims(), CompactJson::claim),
                    TARGET);
        }
        if (template.disruptionMode() != null) {
            losses.dropped(
                    item.source(),
                    path.child("disruptionMode"),
                    CompactJson.mode(template.disruptionMode(), written(item)),
                    TARGET);
        }
        if (!template.priorityClassName().isEmpty()) {
            losses.dropped(
                    item.source(),
                    path.child("priorityClassName"),
                    CompactJson.text(template.priorityClassName()),
                    TARGET);
        }
        if (template.priority() != null) {
            losses.dropped(item.source(), path.child("priority"), CompactJson.number(template.priority()), TARGET);
        }
    }

    private void podGroup(
            Item item, PodGroup group, Set<Lookup.Name> withPods, Set<Lookup.Name> made, List<Item> result) {
        WorkloadAssignment.Home home = assignment.find(Lookup.Name.of(group.metadata()));
        if (home == null) {
            ApiVersion written = written(item);
            FieldPath path = SPEC.child(written == ApiVersion.V1ALPHA2 ? "podGroupTemplateRef" : "workloadRef");
            String problem = assignment.problem(Lookup.Name.of(group.metadata()));
            losses.forget(item.source());
            losses.add(
                    item.source(),
                    path,
                    Loss.Kind.NEEDS_CONTEXT,
                    CompactJson.templateRef(group.spec().workloadRef(), written),
                    problem);
            result.add(item.with(item.source()));
            return;
        }
        losses.dropped(
                item.source(),
                FieldPath.DOCUMENT,
                CompactJson.text(group.metadata().name()),
                TARGET);
        if (home.kind() == WorkloadAssignment.Kind.STANDALONE) {
            if (made.add(Lookup.Name.of(group.metadata()))) {
                result.add(new Item(item.source(), standalone(group, home), List.of()));
            }
            String what = "a Workload of one group " + CompactJson.text(home.group());
            losses.add(
                    item.source(), FieldPath.DOCUMENT, Loss.Kind.SYNTHESIZED, CompactJson.text(home.workload()), what);
        } else if (home.kind() == WorkloadAssignment.Kind.FURTHER_GROUP) {
            String what = "the policy differs from the template's: a group " + CompactJson.text(home.group())
                    + " of its own in the Workload";
            losses.add(
                    item.source(),
                    SPEC.child("schedulingPolicy"),
                    Loss.Kind.APPROXIMATED,
                    CompactJson.policy(group.spec().schedulingPolicy()),
                    what);
        } else if (home.kind() == WorkloadAssignment.Kind.OTHER_POLICY) {
            String what =
                    "the policy differs from the template's, which now holds: the Workload has no room for a group"
                            + " of its own";
            losses.add(
                    item.source(),
                    SPEC.child("schedulingPolicy"),
                    Loss.Kind.APPROXIMATED,
                    CompactJson.policy(group.spec().schedulingPolicy()),
                    what);
        }
        if (home.keyIsMadeUp() && withPods.contains(Lookup.Name.of(group.metadata()))) {
            FieldPath path = FieldPath.root("metadata").child("name");
            losses.add(
                    item.source(),
                    path,
                    Loss.Kind.SYNTHESIZED,
                    CompactJson.text(home.key()),
                    "the replica key of its pods");
        }
    }

    private static Workload standalone(PodGroup group, WorkloadAssignment.Home home) {
        PodGroupTemplate only = PodGroupTemplate.of(home.group(), group.spec().schedulingPolicy());
        return new Workload(
                ApiVersion.V1ALPHA1,
                ObjectMeta.of(group.metadata().namespace(), home.workload()),
                new WorkloadSpec(null, List.of(only), List.of()));
    }

    /** {@return the version the object was given in} */
    private static ApiVersion written(Item item) {
        return item.source() instanceof SchedulingObject source ? source.apiVersion() : ApiVersion.V1ALPHA2;
    }

    private Pod pod(Item item, Pod pod) {
        FieldPath path = SPEC.child("schedulingGroup");
        String groupName = pod.spec().schedulingGroup().podGroupName();
        if (pod.spec().workloadRef() != null || groupName == null) {
            String problem = groupName == null ? "the pod names no group" : "the pod names a group in two ways";
            losses.add(item.source(), path, Loss.Kind.NEEDS_CONTEXT, "", problem);
            return pod;
        }
        Lookup.Name name = new Lookup.Name(pod.metadata().namespace(), groupName);
        WorkloadAssignment.Home home = assignment.find(name);
        if (home == null) {
            losses.add(
                    item.source(),
                    path.child("podGroupName"),
                    Loss.Kind.NEEDS_CONTEXT,
                    CompactJson.text(groupName),
                    assignment.problem(name));
            return pod;
        }
        return pod.withSpec(pod.spec().toBuilder()
                .schedulingGroup(null)
                .workloadRef(new WorkloadRef(home.workload(), home.group(), home.key()))
                .build());
    }
}
