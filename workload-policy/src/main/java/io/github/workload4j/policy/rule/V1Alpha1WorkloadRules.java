package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Workload {@code v1alpha1}, Kubernetes 1.35: all rules are written by hand, and an update is judged by the rules of create as well
 * ({@code api-validation.md} section 4). Metadata is {@link ObjectMetaRules}'.
 */
final class V1Alpha1WorkloadRules {

    private static final int MOST_GROUPS = 8;
    private static final String ONE_POLICY = "exactly one of `basic`, `gang` is required";

    private V1Alpha1WorkloadRules() {}

    /** Checks the spec on create. */
    static void check(WorkloadSpec spec, Findings at) {
        at.down("spec");
        if (spec.controllerRef() != null) {
            controllerRef(spec.controllerRef(), at.down("controllerRef"));
            at.up();
        }
        podGroups(spec.podGroupTemplates(), at);
        at.up();
    }

    /** Checks the spec on update: all that is checked on create, and that nothing changed that may not. */
    static void checkUpdate(WorkloadSpec old, WorkloadSpec spec, Findings at) {
        check(spec, at);
        at.down("spec");
        if (old.controllerRef() != null && !old.controllerRef().equals(spec.controllerRef())) {
            at.reportAt("controllerRef", Type.INVALID, Found.NULL, "field is immutable", "A1-U1", "immutable");
        }
        if (!Objects.equals(old.podGroupTemplates(), spec.podGroupTemplates())) {
            at.reportAt("podGroups", Type.INVALID, Found.NULL, "field is immutable", "A1-U2", "immutable");
        }
        at.up();
    }

    private static void controllerRef(ControllerRef reference, Findings at) {
        if (!reference.apiGroup().isEmpty()) {
            Formats.SUBDOMAIN.check(reference.apiGroup(), Formats.CHARACTERS, "A1-1", at.down("apiGroup"));
            at.up();
        }
        segment("kind", reference.kind(), "A1-2", "A1-3", at);
        segment("name", reference.name(), "A1-4", "A1-5", at);
    }

    private static void segment(String field, String value, String presence, String format, Findings at) {
        if (value.isEmpty()) {
            at.reportAt(field, Type.REQUIRED, "", "", presence, "");
        } else {
            Formats.PATH_SEGMENT.check(value, Formats.CHARACTERS, format, at.down(field));
            at.up();
        }
    }

    private static void podGroups(List<PodGroupTemplate> groups, Findings at) {
        if (groups.isEmpty()) {
            at.reportAt("podGroups", Type.REQUIRED, "", "must have at least one item", "A1-6", "");
            return;
        }
        if (groups.size() > MOST_GROUPS) {
            String found = Found.number(groups.size());
            at.reportAt("podGroups", Type.TOO_MANY, found, "must have at most " + MOST_GROUPS + " items", "A1-7", "maxItems");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            PodGroupTemplate group = groups.get(i);
            at.down("podGroups", i).down("name");
            Formats.LABEL.check(group.name(), Formats.CHARACTERS, "A1-8", at);
            if (!names.add(group.name())) {
                at.report(Type.DUPLICATE, Found.text(group.name()), "", "A1-9", "");
            }
            at.up();
            policy(group.schedulingPolicy(), at.down("policy"));
            at.up();
            at.up();
        }
    }

    private static void policy(SchedulingPolicy policy, Findings at) {
        boolean basic = policy.basic() != null;
        SchedulingPolicy.Gang gang = policy.gang();
        if (basic && gang != null) {
            String found = Found.text("{`basic`, `gang`}");
            at.report(Type.INVALID, found, ONE_POLICY + ", but multiple fields are set", "A1-11", "union");
        } else if (!basic && gang == null) {
            at.report(Type.REQUIRED, "", ONE_POLICY, "A1-10", "union");
        } else if (gang != null && gang.minCount() < 1) {
            at.down("gang");
            at.reportAt("minCount", Type.INVALID, Found.number(gang.minCount()), "must be greater than zero", "A1-12", "minimum");
            at.up();
        }
    }
}
