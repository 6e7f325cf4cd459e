package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.lint.Stream.Member;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Objects that refer to what is not there, or in a way their release does not know; and one object twice. */
final class ReferenceLints {

    private static final FieldPath SPEC = FieldPath.root("spec");

    private final Stream stream;
    private final IntFunction<String> place;
    private final Warnings warnings;
    private final TemplateNames templates = new TemplateNames();

    private ReferenceLints(Stream stream, IntFunction<String> place, Warnings warnings) {
        this.stream = stream;
        this.place = place;
        this.warnings = warnings;
    }

    static void check(Stream stream, IntFunction<String> place, Warnings warnings) {
        new ReferenceLints(stream, place, warnings).check();
    }

    private void check() {
        for (Member pod : stream.pods) {
            if (pod.pod().spec().workloadRef() != null) {
                workloadRef(pod, pod.pod().spec().workloadRef());
            }
            if (pod.pod().spec().schedulingGroup() != null) {
                schedulingGroup(pod);
            }
        }
        for (Placed<? extends GroupObject> group : stream.groups()) {
            boolean v1Alpha2 = group.object().apiVersion() == ApiVersion.V1ALPHA2;
            if (group.object().spec().workloadRef() instanceof TemplateRef.Named reference) {
                FieldPath path =
                        v1Alpha2 ? SPEC.child("podGroupTemplateRef").child("workload") : SPEC.child("workloadRef");
                template(group, reference, path, v1Alpha2 ? "podGroupTemplateName" : "templateName");
            }
        }
        stream.podGroups.all().forEach(this::name);
        twice();
    }

    private void workloadRef(Member pod, WorkloadRef reference) {
        FieldPath path = pod.at("workloadRef");
        if (pod.pod().spec().schedulingGroup() != null) {
            warnings.add(
                    pod.index(),
                    pod.spec(),
                    Lint.REFERENCES_OF_TWO_RELEASES,
                    "workloadRef and schedulingGroup are both set",
                    "keep the one of your cluster's release");
        }
        Placed<Workload> workload = stream.workload(pod.namespace(), reference.name(), true);
        if (workload == null) {
            Placed<Workload> later = stream.workload(pod.namespace(), reference.name(), false);
            if (later != null) {
                warnings.add(
                        pod.index(),
                        path,
                        Lint.REFERENCE_OF_OTHER_RELEASE,
                        "Workload `" + reference.name() + "` is of "
                                + later.object().groupVersion(),
                        "name the pod's PodGroup in schedulingGroup.podGroupName");
            } else if (pod.isTemplate() || stream.workloads.areIn(pod.namespace())) {
                warnings.add(
                        pod.index(),
                        path.child("name"),
                        Lint.MISSING_WORKLOAD,
                        "there is no Workload `" + reference.name() + "` in namespace `" + pod.namespace() + "`",
                        stream.workloads.oneOf(pod.namespace()));
            }
        } else if (!templates.of(workload).groups().contains(reference.podGroup())) {
            warnings.add(
                    pod.index(),
                    path.child("podGroup"),
                    Lint.MISSING_GROUP,
                    "Workload `" + reference.name() + "` has no group `" + reference.podGroup() + "`",
                    "name one of " + Stream.among(templates.of(workload).groups()));
        }
    }

    private void schedulingGroup(Member pod) {
        String name = pod.pod().spec().schedulingGroup().podGroupName();
        if (name != null
                && (pod.isTemplate() || stream.podGroups.areIn(pod.namespace()))
                && stream.podGroups.get(pod.namespace(), name) == null) {
            warnings.add(
                    pod.index(),
                    pod.at("schedulingGroup").child("podGroupName"),
                    Lint.MISSING_GROUP,
                    "there is no PodGroup `" + name + "` in namespace `" + pod.namespace() + "`",
                    stream.podGroups.oneOf(pod.namespace()));
        }
    }

    private void template(
            Placed<? extends GroupObject> group, TemplateRef.Named reference, FieldPath path, String field) {
        Placed<Workload> workload = stream.workload(group.namespace(), reference.workloadName(), false);
        if (workload == null) {
            if (stream.workloads.areIn(group.namespace())) {
                warnings.add(
                        group.index(),
                        path.child("workloadName"),
                        Lint.MISSING_WORKLOAD,
                        "there is no Workload `" + reference.workloadName() + "` in namespace `" + group.namespace()
                                + "`",
                        stream.workloads.oneOf(group.namespace()));
            }
            return;
        }
        TemplateNames.Names ofWorkload = templates.of(workload);
        boolean composite = group.object() instanceof CompositePodGroup;
        Set<String> names = composite ? ofWorkload.composites() : ofWorkload.leaves();
        if (!names.contains(reference.templateName())) {
            warnings.add(
                    group.index(),
                    path.child(field),
                    Lint.MISSING_TEMPLATE,
                    "Workload `" + reference.workloadName() + "` has no "
                            + (composite ? "composite template" : "template") + " `" + reference.templateName() + "`",
                    "name one of " + Stream.among(names));
        }
    }

    private void name(Placed<PodGroup> group) {
        if (group.name().length() > 63 || group.name().indexOf('.') >= 0) {
            warnings.add(
                    group.index(),
                    FieldPath.root("metadata").child("name"),
                    Lint.NAME_NOT_A_LABEL,
                    "the name is "
                            + (group.name().length() > 63 ? group.name().length() + " characters long" : "dotted"),
                    "use at most 63 of a-z, 0-9 and -");
        }
    }

    private void twice() {
        Map<List<String>, Integer> first = new HashMap<>();
        for (Placed<ApiObject> placed : stream.all) {
            ApiObject object = placed.object();
            String group =
                    object.groupVersion().contains("/") ? object.groupVersion().replaceAll("/.*", "") : "";
            if (placed.name().isEmpty()) {
                continue;
            }
            Integer before =
                    first.putIfAbsent(List.of(group, object.kind(), placed.namespace(), placed.name()), placed.index());
            if (before != null) {
                warnings.add(
                        placed.index(),
                        FieldPath.root("metadata").child("name"),
                        Lint.OBJECT_TWICE,
                        object.kind() + " `" + placed.name() + "` is in the stream already (" + place.apply(before)
                                + ")",
                        "give one of them another name");
            }
        }
    }
}
