package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
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

    /**
     * A template, or a group made from one.
     *
     * @param policy the scheduling policy of a group of pods or of a group of groups
     * @param claims the device claims; none of a group of groups
     * @param fields the other fields
     */
    private record Template(Object policy, List<PodGroupResourceClaim> claims, GroupFields fields) {

        static Template of(PodGroupTemplate template) {
            return new Template(template.schedulingPolicy(), template.resourceClaims(), template);
        }

        static Template of(CompositePodGroupTemplate template) {
            return new Template(template.schedulingPolicy(), List.of(), template);
        }

        static Template of(PodGroupSpec spec) {
            return new Template(spec.schedulingPolicy(), spec.resourceClaims(), spec);
        }

        static Template of(CompositePodGroupSpec spec) {
            return new Template(spec.schedulingPolicy(), List.of(), spec);
        }
    }

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
                compare(group.index(), template, Template.of(spec), warnings);
            }
        }
        for (Placed<CompositePodGroup> group : stream.composites.all()) {
            CompositePodGroupSpec spec = group.object().spec();
            Template template = find(group, spec.workloadRef(), true, stream, templates);
            if (template != null) {
                compare(group.index(), template, Template.of(spec), warnings);
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
                templates.putIfAbsent(new Place(workload.index(), false, template.name()), Template.of(template));
            }

            @Override
            public void composite(FieldPath path, CompositePodGroupTemplate template) {
                templates.putIfAbsent(new Place(workload.index(), true, template.name()), Template.of(template));
                alone(workload.index(), path, template, warnings);
            }
        });
    }

    private static @Nullable String className(GroupFields fields) {
        return fields.priorityClassName().isEmpty() ? null : fields.priorityClassName();
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
        for (int i = 0; i < template.podGroupTemplates().size(); i++) {
            FieldPath child = path.child("podGroupTemplates").index(i);
            TreeLints.modes(object, child, template.podGroupTemplates().get(i), template, template.name(), warnings);
        }
        for (int i = 0; i < template.compositePodGroupTemplates().size(); i++) {
            FieldPath child = path.child("compositePodGroupTemplates").index(i);
            TreeLints.modes(
                    object, child, template.compositePodGroupTemplates().get(i), template, template.name(), warnings);
        }
    }

    /** What the template leaves out is the controller's to fill in. */
    private static void compare(int object, Template template, Template group, Warnings warnings) {
        GroupFields wanted = template.fields;
        GroupFields found = group.fields;
        differs(object, "schedulingPolicy", template.policy, group.policy, warnings);
        differs(
                object,
                "schedulingConstraints",
                wanted.schedulingConstraints(),
                found.schedulingConstraints(),
                warnings);
        differs(object, "resourceClaims", template.claims.isEmpty() ? null : template.claims, group.claims, warnings);
        differs(object, "disruptionMode", wanted.disruptionMode(), found.disruptionMode(), warnings);
        differs(object, "priorityClassName", className(wanted), className(found), warnings);
        differs(object, "priority", wanted.priority(), found.priority(), warnings);
        differs(object, "preemptionPolicy", wanted.preemptionPolicy(), found.preemptionPolicy(), warnings);
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
