package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.GroupSpec;
import io.github.workload4j.api.PodGroupResourceClaim;
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

    /** Where a template is: in the Workload at a position, in a list of one kind or the other. */
    private record Place(int workload, boolean composite, String name) {}

    static void check(Stream stream, Warnings warnings) {
        Map<Place, GroupFields> templates = new HashMap<>();
        for (Placed<Workload> workload : stream.workloads.all()) {
            if (workload.object().apiVersion() != ApiVersion.V1ALPHA1) {
                collect(workload, templates, warnings);
            }
        }
        for (Placed<? extends GroupObject> group : stream.groups()) {
            GroupSpec spec = group.object().spec();
            boolean isComposite = group.object() instanceof CompositePodGroup;
            GroupFields template = find(group, spec.workloadRef(), isComposite, stream, templates);
            if (template != null) {
                compare(group.index(), template, spec, warnings);
            }
        }
    }

    private static @Nullable GroupFields find(
            Placed<? extends ApiObject> group,
            @Nullable TemplateRef reference,
            boolean composite,
            Stream stream,
            Map<Place, GroupFields> templates) {
        if (reference instanceof TemplateRef.Named named) {
            Placed<Workload> workload = stream.workload(group.namespace(), named.workloadName(), false);
            return workload == null
                    ? null
                    : templates.get(new Place(workload.index(), composite, named.templateName()));
        }
        return null;
    }

    private static void collect(Placed<Workload> workload, Map<Place, GroupFields> templates, Warnings warnings) {
        Templates.forEach(workload.object().spec(), (path, template) -> {
            if (template instanceof CompositePodGroupTemplate composite) {
                templates.putIfAbsent(new Place(workload.index(), true, composite.name()), template);
                alone(workload.index(), path, composite, warnings);
            } else if (template instanceof PodGroupTemplate leaf) {
                templates.putIfAbsent(new Place(workload.index(), false, leaf.name()), template);
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
    private static void compare(int object, GroupFields wanted, GroupFields found, Warnings warnings) {
        differs(object, "schedulingPolicy", wanted.schedulingPolicy(), found.schedulingPolicy(), warnings);
        differs(
                object,
                "schedulingConstraints",
                wanted.schedulingConstraints(),
                found.schedulingConstraints(),
                warnings);
        List<PodGroupResourceClaim> claims = wanted.resourceClaims();
        differs(object, "resourceClaims", claims.isEmpty() ? null : claims, found.resourceClaims(), warnings);
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
