package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.FeatureGate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PodGroup and CompositePodGroup of {@code v1alpha3} and {@code v1beta1}, Kubernetes 1.37 ({@code api-validation.md} section 7). On update, a
 * value that did not change is not judged again.
 */
final class GroupRules {

    /** What a group is compared with on create. */
    private static final PodGroupSpec NO_GROUP = PodGroupSpec.builder().build();

    private static final CompositePodGroupSpec NO_COMPOSITE =
            CompositePodGroupSpec.builder().build();

    private GroupRules() {}

    /** Checks a PodGroup; {@code before} is null on create. */
    static void podGroup(PodGroupSpec now, @Nullable PodGroupSpec before, RuleContext context, Findings at) {
        if (DeclarativeRules.isUnchanged(before, now)) {
            return;
        }
        PodGroupSpec old = before == null ? NO_GROUP : before;
        String fixed = before == null ? null : "B-GU";
        Ids ids = Ids.B_LEAF;
        at.down("spec");
        boolean composites = context.isOn(FeatureGate.COMPOSITE_POD_GROUP);
        parent(now.parentCompositePodGroupName(), old.parentCompositePodGroupName(), fixed, composites, "B-G1", at);
        if (DeclarativeRules.isOpen("workloadRef", now.workloadRef(), old.workloadRef(), fixed, true, "", at)) {
            workloadRef(now.workloadRef(), "B-G3", at);
        }
        GroupFields.policy(now.schedulingPolicy(), before == null ? null : before.schedulingPolicy(), ids, at);
        constraints(now, old, fixed, context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING), at);
        GroupFields.claims(now.resourceClaims(), old.resourceClaims(), fixed, context, ids, at);
        GroupFields.disruptionMode(now.disruptionMode(), old.disruptionMode(), fixed, "B-8", at);
        required("disruptionMode", now.disruptionMode(), old.disruptionMode(), fixed, "B-G4", at);
        GroupFields.priorityClass(now.priorityClassName(), old.priorityClassName(), fixed, true, ids, at);
        GroupFields.priority(now.priority(), old.priority(), fixed, true, ids, at);
        boolean preemption = context.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
        GroupFields.preemptionPolicy(now.preemptionPolicy(), old.preemptionPolicy(), fixed, preemption, at);
        at.up();
    }

    /** Constraints of a group are fixed only while their gate is on; with it off they may at least be taken away. */
    private static void constraints(
            PodGroupSpec now, PodGroupSpec old, @Nullable String fixed, boolean on, Findings at) {
        if (fixed != null && !on) {
            if (!Objects.equals(now.schedulingConstraints(), old.schedulingConstraints())) {
                String rule = Ids.B_LEAF.of(Ids.CONSTRAINTS_GATE);
                DeclarativeRules.forbidden("schedulingConstraints", now.schedulingConstraints(), false, rule, at);
            }
        } else {
            GroupFields.constraints(
                    now.schedulingConstraints(), old.schedulingConstraints(), fixed, on, Ids.B_LEAF, at);
        }
    }

    /** Checks a CompositePodGroup; {@code before} is null on create. */
    static void compositePodGroup(
            CompositePodGroupSpec now, @Nullable CompositePodGroupSpec before, RuleContext context, Findings at) {
        if (DeclarativeRules.isUnchanged(before, now)) {
            return;
        }
        CompositePodGroupSpec old = before == null ? NO_COMPOSITE : before;
        String fixed = before == null ? null : "B-CU";
        Ids ids = Ids.B_COMPOSITE_GROUP;
        at.down("spec");
        parent(now.parentCompositePodGroupName(), old.parentCompositePodGroupName(), fixed, true, "B-C2", at);
        if (DeclarativeRules.isOpen("workloadRef", now.workloadRef(), old.workloadRef(), fixed, true, "", at)) {
            workloadRef(now.workloadRef(), "B-C2", at);
        }
        required("workloadRef", now.workloadRef(), old.workloadRef(), fixed, "B-C1", at);
        if (before == null) {
            GroupFields.policy(now.schedulingPolicy(), null, ids, at);
        } else if (!now.schedulingPolicy().equals(before.schedulingPolicy())) {
            DeclarativeRules.immutable("schedulingPolicy", "B-CU", at);
        }
        GroupFields.constraints(now.schedulingConstraints(), old.schedulingConstraints(), fixed, true, ids, at);
        GroupFields.disruptionMode(now.disruptionMode(), old.disruptionMode(), fixed, "B-C2", at);
        required("disruptionMode", now.disruptionMode(), old.disruptionMode(), fixed, "B-G4", at);
        GroupFields.priorityClass(now.priorityClassName(), old.priorityClassName(), fixed, true, ids, at);
        GroupFields.priority(now.priority(), old.priority(), fixed, true, ids, at);
        boolean preemption = context.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
        GroupFields.preemptionPolicy(now.preemptionPolicy(), old.preemptionPolicy(), fixed, preemption, at);
        at.up();
    }

    private static void parent(
            @Nullable String now, @Nullable String old, @Nullable String fixed, boolean on, String rule, Findings at) {
        String field = "parentCompositePodGroupName";
        if (fixed != null && Objects.equals(now, old) || now == null && old == null) {
            return;
        }
        boolean forbidden = !on && now != null;
        if (forbidden) {
            at.reportAt(field, Type.FORBIDDEN, "", "", rule, "");
        }
        if (fixed != null) {
            DeclarativeRules.immutable(field, fixed, at);
        } else if (!forbidden) {
            Formats.SUBDOMAIN.check(field, now, Formats.BYTES, rule, at);
        }
    }

    private static void workloadRef(TemplateRef reference, String rule, Findings at) {
        TemplateRef.Named named = reference instanceof TemplateRef.Named some ? some : new TemplateRef.Named("", "");
        at.down("workloadRef");
        DeclarativeRules.requiredText("workloadName", named.workloadName(), Formats.SUBDOMAIN, rule, at);
        DeclarativeRules.requiredText("templateName", named.templateName(), Formats.LABEL, rule, at);
        at.up();
    }

    /** Reports a field that must be there and is not, unless it was not there before either. */
    private static void required(
            String field,
            @Nullable Object now,
            @Nullable Object old,
            @Nullable String fixed,
            String rule,
            Findings at) {
        if (now == null && (fixed == null || old != null)) {
            at.reportAt(field, Type.REQUIRED, "", "", rule, "");
        }
    }
}
