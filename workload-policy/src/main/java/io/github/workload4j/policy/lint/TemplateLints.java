package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates in themselves, and groups beside the templates they were made from. */
final class TemplateLints {

    private static final FieldPath SPEC = FieldPath.root("spec");

    private TemplateLints() {}

    /** A template of either kind: what a group has in common with it. */
    private record Template(
            Object policy,
            @Nullable SchedulingConstraints constraints,
            @Nullable List<PodGroupResourceClaim> claims,
            @Nullable DisruptionMode disruptionMode,
            @Nullable String priorityClassName,
            @Nullable Integer priority,
            @Nullable PreemptionPolicy preemptionPolicy) {}

    /** Where a template is: in the Workload at a position, in a list of one kind or the other. */
    private record Place(int workload, boolean composite, String name) {}

    static void check(Stream stream, Warnings warnings) {
        Map<Place, Template> templates = new HashMap<>();
        for (Placed<Workload> workload : stream.workloads.all()) {
            if (workload.object().apiVersion() != ApiVersion.V1ALPHA1) {
                collect(workload, templates, warnings);
            }
        }
        for (Placed<PodGroup> group : stream.podGroups.all()) {
            PodGroupSpec spec = group.object().spec();
            Template template = find(group, spec.workloadRef(), false, stream, templates);
            if (template != null) {
                Template copy = new Template(
                        spec.schedulingPolicy(),
                        spec.schedulingConstraints(),
                        claims(spec.resourceClaims()),
                        spec.disruptionMode(),
                        className(spec.priorityClassName()),
                        spec.priority(),
                        spec.preemptionPolicy());
                compare(group.index(), template, copy, warnings);
            }
        }
        for (Placed<CompositePodGroup> group : stream.composites.all()) {
            CompositePodGroupSpec spec = group.object().spec();
            Template template = find(group, spec.workloadRef(), true, stream, templates);
            if (template != null) {
                Template copy = new Template(
                        spec.schedulingPolicy(),
                        spec.schedulingConstraints(),
                        null,
                        spec.disruptionMode(),
                        className(spec.priorityClassName()),
                        spec.priority(),
                        spec.preemptionPolicy());
                compare(group.index(), template, copy, warnings);
            }
        }
    }

    private static @Nullable Template find(
            Placed<? extends ApiObject> group,
            @Nullable TemplateRef reference,
            boolean composite,
            Stream stream,
            Map<Place, Template> templates) {
        if (reference instanceof TemplateRef.Named named) {
            Placed<Workload> workload = stream.workload(group.namespace(), named.workloadName(), false);
            return workload == null
                    ? null
                    : templates.get(new Place(workload.index(), composite, named.templateName()));
        }
        return null;
    }

    private static void collect(Placed<Workload> workload, Map<Place, Template> templates, Warnings warnings) {
        Templates.forEach(workload.object().spec(), new Templates.Visitor() {
            @Override
            public void leaf(FieldPath path, PodGroupTemplate template) {
                templates.putIfAbsent(
                        new Place(workload.index(), false, template.name()),
                        new Template(
                                template.schedulingPolicy(),
                                template.schedulingConstraints(),
                                claims(template.resourceClaims()),
                                template.disruptionMode(),
                                className(template.priorityClassName()),
                                template.priority(),
                                template.preemptionPolicy()));
            }

            @Override
            public void composite(FieldPath path, CompositePodGroupTemplate template) {
                templates.putIfAbsent(
                        new Place(workload.index(), true, template.name()),
                        new Template(
                                template.schedulingPolicy(),
                                template.schedulingConstraints(),
                                null,
                                template.disruptionMode(),
                                className(template.priorityClassName()),
                                template.priority(),
                                template.preemptionPolicy()));
                alone(workload.index(), path, template, warnings);
            }
        });
    }

    private static @Nullable List<PodGroupResourceClaim> claims(List<PodGroupResourceClaim> claims) {
        return claims.isEmpty() ? null : claims;
    }

    private static @Nullable String className(String name) {
        return name.isEmpty() ? null : name;
    }

    private static void alone(int object, FieldPath path, CompositePodGroupTemplate template, Warnings warnings) {
        int roles = template.podGroupTemplates().size()
                + template.compositePodGroupTemplates().size();
        var gang = template.schedulingPolicy().gang();
        if (gang != null && gang.minGroupCount() >= 1 && gang.minGroupCount() < roles) {
            warnings.add(
                    object,
                    path.child("schedulingPolicy").child("gang").child("minGroupCount"),
                    Lint.QUORUM_HIDES_ROLE,
                    "the gang starts with " + gang.minGroupCount() + " child "
                            + (gang.minGroupCount() == 1 ? "group" : "groups") + ", and " + roles
                            + " templates make them",
                    "raise minGroupCount to " + roles + " if every template is needed");
        }
        DisruptionMode mode = template.disruptionMode();
        if (mode == null || !mode.isAll() || mode.isSingle()) {
            return;
        }
        for (int i = 0; i < template.podGroupTemplates().size(); i++) {
            single(
                    object,
                    path.child("podGroupTemplates").index(i),
                    template.podGroupTemplates().get(i).disruptionMode(),
                    template,
                    warnings);
        }
        for (int i = 0; i < template.compositePodGroupTemplates().size(); i++) {
            DisruptionMode ofChild =
                    template.compositePodGroupTemplates().get(i).disruptionMode();
            single(object, path.child("compositePodGroupTemplates").index(i), ofChild, template, warnings);
        }
    }

    private static void single(
            int object,
            FieldPath path,
            @Nullable DisruptionMode mode,
            CompositePodGroupTemplate parent,
            Warnings warnings) {
        if (mode != null && mode.isSingle() && !mode.isAll()) {
            warnings.add(
                    object,
                    path.child("disruptionMode"),
                    Lint.ALL_OVER_SINGLE,
                    "the mode is `single`, that of the parent `" + parent.name() + "` is `all`",
                    "use `all` here as well");
        }
    }

    /** What the template leaves out is the controller's to fill in. */
    private static void compare(int object, Template template, Template group, Warnings warnings) {
        differs(object, "schedulingPolicy", template.policy, group.policy, warnings);
        differs(object, "schedulingConstraints", template.constraints, group.constraints, warnings);
        differs(object, "resourceClaims", template.claims, group.claims, warnings);
        differs(object, "disruptionMode", template.disruptionMode, group.disruptionMode, warnings);
        differs(object, "priorityClassName", template.priorityClassName, group.priorityClassName, warnings);
        differs(object, "priority", template.priority, group.priority, warnings);
        differs(object, "preemptionPolicy", template.preemptionPolicy, group.preemptionPolicy, warnings);
    }

    private static void differs(
            int object, String field, @Nullable Object wanted, @Nullable Object found, Warnings warnings) {
        if (wanted != null && !wanted.equals(found)) {
            warnings.add(
                    object,
                    SPEC.child(field),
                    Lint.DIFFERS_FROM_TEMPLATE,
                    "the field is not as the group's template has it",
                    "copy it from the template, or change the template");
        }
    }
}
