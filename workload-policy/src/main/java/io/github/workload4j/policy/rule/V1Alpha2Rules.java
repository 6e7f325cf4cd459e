package io.github.workload4j.policy.rule;

import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.FeatureGate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Workload and PodGroup {@code v1alpha2}, Kubernetes 1.36 ({@code api-validation.md} section 6). Everything here is fixed once created, so
 * on update nothing is judged but that it stayed the same.
 */
final class V1Alpha2Rules {

    private static final int MOST_TEMPLATES = 8;

    private V1Alpha2Rules() {}

    /** Checks a Workload; {@code old} is null on create. */
    static void workload(WorkloadSpec spec, @Nullable WorkloadSpec old, RuleContext context, Findings at) {
        boolean update = old != null;
        if (DeclarativeRules.isUnchanged(old, spec)) {
            return;
        }
        at.down("spec");
        if (update && !Objects.equals(old.controllerRef(), spec.controllerRef())) {
            DeclarativeRules.immutable("controllerRef", "A2-U1", at);
        } else if (!update && spec.controllerRef() != null) {
            ControllerRefRules.check(spec.controllerRef(), "A2-1", at);
        }
        templates(spec.podGroupTemplates(), old == null ? null : old.podGroupTemplates(), context, at);
        at.up();
    }

    private static void templates(
            List<PodGroupTemplate> templates, @Nullable List<PodGroupTemplate> old, RuleContext context, Findings at) {
        if (DeclarativeRules.isUnchanged(old, templates)) {
            return;
        }
        String field = "podGroupTemplates";
        boolean stop = DeclarativeRules.tooMany(field, templates, MOST_TEMPLATES, "A2-3", at);
        if (templates.isEmpty()) {
            at.reportAt(field, Type.REQUIRED, "", "", "A2-2", "");
            stop = true;
        }
        if (old != null) {
            DeclarativeRules.immutable(field, "A2-U2", at);
            stop = true;
        }
        if (stop) {
            return;
        }
        DeclarativeRules.unique(field, templates, PodGroupTemplate::name, Found::templateOfV1Alpha2, "A2-4", at);
        for (int i = 0; i < templates.size(); i++) {
            template(templates.get(i), context, at.down(field, i));
            at.up();
        }
    }

    private static void template(PodGroupTemplate template, RuleContext context, Findings at) {
        Ids ids = Ids.A2_TEMPLATE;
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        boolean preemption = context.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION);
        DeclarativeRules.requiredText("name", template.name(), Formats.LABEL, "A2-5", at);
        GroupFields.policy(template.schedulingPolicy(), null, ids, at);
        GroupFields.constraints(template.schedulingConstraints(), null, null, topology, ids, at);
        GroupFields.claims(template.resourceClaims(), List.of(), null, context, ids, at);
        GroupFields.disruptionWord(template.disruptionMode(), preemption, ids, at);
        GroupFields.priorityClass(template.priorityClassName(), "", null, preemption, ids, at);
        GroupFields.priority(template.priority(), null, null, preemption, ids, at);
    }

    /** Checks a PodGroup; {@code old} is null on create. */
    static void podGroup(PodGroupSpec spec, @Nullable PodGroupSpec old, RuleContext context, Findings at) {
        if (DeclarativeRules.isUnchanged(old, spec)) {
            return;
        }
        at.down("spec");
        if (old == null) {
            created(spec, context, at);
        } else {
            updated(spec, old, context, at);
        }
        at.up();
    }

    private static void created(PodGroupSpec spec, RuleContext context, Findings at) {
        Ids ids = Ids.A2_GROUP;
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        boolean preemption = context.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION);
        if (spec.workloadRef() != null) {
            templateRef(spec.workloadRef(), at);
        }
        GroupFields.policy(spec.schedulingPolicy(), null, ids, at);
        GroupFields.constraints(spec.schedulingConstraints(), null, null, topology, ids, at);
        GroupFields.claims(spec.resourceClaims(), List.of(), null, context, ids, at);
        GroupFields.disruptionWord(spec.disruptionMode(), preemption, ids, at);
        required(spec, preemption, at);
        GroupFields.priorityClass(spec.priorityClassName(), "", null, preemption, ids, at);
        GroupFields.priority(spec.priority(), null, null, preemption, ids, at);
    }

    /** With the gate on, the mode has a default and so must be there by now. */
    private static void required(PodGroupSpec spec, boolean preemption, Findings at) {
        if (preemption && spec.disruptionMode() == null) {
            at.reportAt("disruptionMode", Type.REQUIRED, "", "", Ids.A2_GROUP.of(Ids.DISRUPTION_MODE), "");
        }
    }

    private static void templateRef(TemplateRef reference, Findings at) {
        at.down("podGroupTemplateRef");
        if (reference instanceof TemplateRef.Named named) {
            at.down("workload");
            DeclarativeRules.requiredText("workloadName", named.workloadName(), Formats.SUBDOMAIN, "A2-G2", at);
            DeclarativeRules.requiredText("podGroupTemplateName", named.templateName(), Formats.LABEL, "A2-G3", at);
            at.up();
        } else {
            at.report(Type.INVALID, Found.text(""), "must specify one of: `workload`", "A2-G1", "union");
        }
        at.up();
    }

    private static void updated(PodGroupSpec spec, PodGroupSpec old, RuleContext context, Findings at) {
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        boolean preemption = context.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION);
        fixed("podGroupTemplateRef", spec.workloadRef(), old.workloadRef(), true, Ids.POLICY, at);
        fixed("schedulingPolicy", spec.schedulingPolicy(), old.schedulingPolicy(), true, Ids.POLICY, at);
        fixed(
                "schedulingConstraints",
                spec.schedulingConstraints(),
                old.schedulingConstraints(),
                topology,
                Ids.CONSTRAINTS_GATE,
                at);
        GroupFields.claims(spec.resourceClaims(), old.resourceClaims(), "A2-GU", context, Ids.A2_GROUP, at);
        if (fixed("disruptionMode", spec.disruptionMode(), old.disruptionMode(), preemption, Ids.DISRUPTION_MODE, at)) {
            required(spec, preemption, at);
        }
        fixed(
                "priorityClassName",
                spec.priorityClassName(),
                old.priorityClassName(),
                preemption,
                Ids.PRIORITY_CLASS,
                at);
        fixed("priority", spec.priority(), old.priority(), preemption, Ids.PRIORITY, at);
    }

    /** Reports a field that changed: with its gate on it may not, with its gate off it may not even be there. */
    private static boolean fixed(
            String field, @Nullable Object now, @Nullable Object old, boolean on, int gateRule, Findings at) {
        if (Objects.equals(now, old)) {
            return false;
        }
        if (on) {
            DeclarativeRules.immutable(field, "A2-GU", at);
        } else {
            DeclarativeRules.forbidden(field, now, false, Ids.A2_GROUP.of(gateRule), at);
        }
        return true;
    }
}
