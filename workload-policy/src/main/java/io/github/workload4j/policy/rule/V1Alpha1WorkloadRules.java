package io.github.workload4j.policy.rule;

import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Workload {@code v1alpha1}, Kubernetes 1.35: all rules are written by hand, and an update is judged by the rules of create as well
 * ({@code api-validation.md} section 4). Metadata is {@link ObjectMetaRules}'.
 */
final class V1Alpha1WorkloadRules {

    private static final int MOST_GROUPS = 8;
    private static final String ONE_POLICY = "exactly one of `basic`, `gang` is required";

    private V1Alpha1WorkloadRules() {}

    /** Checks a Workload; {@code old} is null on create. */
    static void check(WorkloadSpec spec, @Nullable WorkloadSpec old, Findings at) {
        at.down("spec");
        if (spec.controllerRef() != null) {
            ControllerRefRules.checkV1Alpha1(spec.controllerRef(), at);
        }
        podGroups(spec.podGroupTemplates(), at);
        if (old != null) {
            changed(spec, old, at);
        }
        at.up();
    }

    private static void changed(WorkloadSpec spec, WorkloadSpec old, Findings at) {
        if (old.controllerRef() != null && !old.controllerRef().equals(spec.controllerRef())) {
            String found = spec.controllerRef() == null ? Found.NULL : Found.controllerRef(spec.controllerRef());
            at.reportAt("controllerRef", Type.INVALID, found, "field is immutable", "A1-U1", "immutable");
        }
        if (!old.podGroupTemplates().equals(spec.podGroupTemplates())) {
            String found = at.wantsText() ? Found.list(spec.podGroupTemplates(), Found::group) : "";
            at.reportAt("podGroups", Type.INVALID, found, "field is immutable", "A1-U2", "immutable");
        }
    }

    private static void podGroups(List<PodGroupTemplate> groups, Findings at) {
        if (groups.isEmpty()) {
            at.reportAt("podGroups", Type.REQUIRED, "", "must have at least one item", "A1-6", "");
            return;
        }
        if (groups.size() > MOST_GROUPS) {
            String found = Found.number(groups.size());
            at.reportAt(
                    "podGroups",
                    Type.TOO_MANY,
                    found,
                    "must have at most " + MOST_GROUPS + " items",
                    "A1-7",
                    "maxItems");
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            PodGroupTemplate group = groups.get(i);
            at.down("podGroups", i);
            Formats.LABEL.check("name", group.name(), Formats.CHARACTERS, "A1-8", at);
            if (DeclarativeRules.indexOf(groups, PodGroupTemplate::name, group.name()) < i) {
                at.reportAt("name", Type.DUPLICATE, Found.text(group.name()), "", "A1-9", "");
            }
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
            at.reportAt(
                    "minCount",
                    Type.INVALID,
                    Found.number(gang.minCount()),
                    "must be greater than zero",
                    "A1-12",
                    "minimum");
            at.up();
        }
    }
}
