package io.github.workload4j.policy.rule;

import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.Rule;
import java.util.List;

/**
 * Workload {@code v1alpha1}, Kubernetes 1.35: the server has all rules written by hand, and judges an update by the
 * rules of create as well.
 */
final class V1Alpha1WorkloadRules {

    private static final int MAX_GROUPS = 8;
    private static final String ONE_POLICY = "exactly one of `basic`, `gang` is required";

    private V1Alpha1WorkloadRules() {}

    /** Checks a new Workload. */
    static void create(WorkloadSpec spec, Findings at) {
        at.down("spec");
        members(spec, at);
        at.up();
    }

    /** Checks an update of a Workload. */
    static void update(WorkloadSpec old, WorkloadSpec updated, Findings at) {
        at.down("spec");
        members(updated, at);
        changed(old, updated, at);
        at.up();
    }

    private static void members(WorkloadSpec spec, Findings at) {
        if (spec.controllerRef() != null) {
            ControllerRefRules.V1ALPHA1.check(spec.controllerRef(), at);
        }
        podGroups(spec.podGroupTemplates(), at);
    }

    private static void changed(WorkloadSpec old, WorkloadSpec spec, Findings at) {
        if (old.controllerRef() != null && !old.controllerRef().equals(spec.controllerRef())) {
            String found = spec.controllerRef() == null ? Found.NULL : Found.controllerRef(spec.controllerRef());
            at.reportAt("controllerRef", Type.INVALID, found, "field is immutable", Rule.A1_U1, "immutable");
        }
        if (!old.podGroupTemplates().equals(spec.podGroupTemplates())) {
            String found = at.wantsText() ? Found.list(spec.podGroupTemplates(), Found::group) : "";
            at.reportAt("podGroups", Type.INVALID, found, "field is immutable", Rule.A1_U2, "immutable");
        }
    }

    private static void podGroups(List<PodGroupTemplate> groups, Findings at) {
        if (groups.isEmpty()) {
            at.reportAt("podGroups", Type.REQUIRED, "", "must have at least one item", Rule.A1_6, "");
            return;
        }
        if (groups.size() > MAX_GROUPS) {
            String found = Found.number(groups.size());
            at.reportAt(
                    "podGroups",
                    Type.TOO_MANY,
                    found,
                    "must have at most " + MAX_GROUPS + " items",
                    Rule.A1_7,
                    "maxItems");
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            PodGroupTemplate group = groups.get(i);
            at.down("podGroups", i);
            Formats.LABEL.check("name", group.name(), Formats.CHARACTERS, Rule.A1_8, at);
            if (DeclarativeRules.indexOf(groups, PodGroupTemplate::name, group.name()) < i) {
                at.reportAt("name", Type.DUPLICATE, Found.text(group.name()), "", Rule.A1_9, "");
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
            at.report(Type.INVALID, found, ONE_POLICY + ", but multiple fields are set", Rule.A1_11, "union");
        } else if (!basic && gang == null) {
            at.report(Type.REQUIRED, "", ONE_POLICY, Rule.A1_10, "union");
        } else if (gang != null && gang.minCount() < 1) {
            at.down("gang");
            at.reportAt(
                    "minCount",
                    Type.INVALID,
                    Found.number(gang.minCount()),
                    "must be greater than zero",
                    Rule.A1_12,
                    "minimum");
            at.up();
        }
    }
}
