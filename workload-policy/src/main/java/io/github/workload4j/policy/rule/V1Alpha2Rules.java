package io.github.workload4j.policy.rule;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.policy.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Workload and PodGroup {@code v1alpha2}, Kubernetes 1.36. Everything here is fixed once created, so that on update
 * nothing is judged but that it stayed the same.
 */
final class V1Alpha2Rules {

    private static final int MAX_TEMPLATES = 8;
    private static final String TEMPLATES = "podGroupTemplates";
    private static final Change CREATE_TEMPLATE = new Change.Create(Subject.V1ALPHA2_TEMPLATE);
    private static final Change CREATE_POD_GROUP = new Change.Create(Subject.V1ALPHA2_POD_GROUP);
    private static final Change UPDATE_POD_GROUP =
            new Change.Update(Subject.V1ALPHA2_POD_GROUP, Rule.A2_GU, Rule.A2_GU);

    /** Stands for the stored template or group on create. */
    private static final PodGroupTemplate NO_TEMPLATE =
            PodGroupTemplate.builder().build();

    private static final PodGroupSpec NO_GROUP = PodGroupSpec.builder().build();

    private V1Alpha2Rules() {}

    /** Checks a new Workload. */
    static void createWorkload(WorkloadSpec spec, RuleContext context, Findings at) {
        at.down("spec");
        if (spec.controllerRef() != null) {
            ControllerRefRules.V1ALPHA2.check(spec.controllerRef(), at);
        }
        List<PodGroupTemplate> templates = spec.podGroupTemplates();
        if (isShortEnough(templates, at)) {
            DeclarativeRules.unique(
                    TEMPLATES, templates, PodGroupTemplate::name, CompactJson::templateOfV1Alpha2, Rule.A2_4, at);
            for (int i = 0; i < templates.size(); i++) {
                template(templates.get(i), context, at.down(TEMPLATES, i));
                at.up();
            }
        }
        at.up();
    }

    /** Checks an update of a Workload. */
    static void updateWorkload(WorkloadSpec old, WorkloadSpec updated, Findings at) {
        at.down("spec");
        if (!Objects.equals(old.controllerRef(), updated.controllerRef())) {
            DeclarativeRules.immutable("controllerRef", Rule.A2_U1, at);
        }
        if (!updated.podGroupTemplates().equals(old.podGroupTemplates())) {
            isShortEnough(updated.podGroupTemplates(), at);
            DeclarativeRules.immutable(TEMPLATES, Rule.A2_U2, at);
        }
        at.up();
    }

    private static boolean isShortEnough(List<PodGroupTemplate> templates, Findings at) {
        if (templates.isEmpty()) {
            at.reportAt(TEMPLATES, Type.REQUIRED, "", "", Rule.A2_2, "");
            return false;
        }
        return !DeclarativeRules.tooMany(TEMPLATES, templates, MAX_TEMPLATES, Rule.A2_3, at);
    }

    private static void template(PodGroupTemplate template, RuleContext context, Findings at) {
        Change create = CREATE_TEMPLATE;
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        boolean preemption = context.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION);
        DeclarativeRules.requiredText("name", template.name(), Formats.LABEL, Rule.A2_5, at);
        SharedFieldRules.policy(template.schedulingPolicy(), NO_TEMPLATE.schedulingPolicy(), create, at);
        SharedFieldRules.constraints(template.schedulingConstraints(), null, create, topology, Rule.A2_8, at);
        SharedFieldRules.claims(template.resourceClaims(), List.of(), create, context, at);
        disruptionWord(template.disruptionMode(), create, preemption, at);
        SharedFieldRules.priorityClass(template.priorityClassName(), "", create, preemption, at);
        SharedFieldRules.priority(template.priority(), null, create, preemption, true, at);
    }

    /** Checks a new PodGroup. */
    static void createPodGroup(PodGroupSpec spec, RuleContext context, Findings at) {
        Change create = CREATE_POD_GROUP;
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        boolean preemption = context.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION);
        at.down("spec");
        if (spec.workloadRef() != null) {
            templateRef(spec.workloadRef(), at);
        }
        SharedFieldRules.policy(spec.schedulingPolicy(), NO_GROUP.schedulingPolicy(), create, at);
        SharedFieldRules.constraints(spec.schedulingConstraints(), null, create, topology, Rule.A2_G8, at);
        SharedFieldRules.claims(spec.resourceClaims(), List.of(), create, context, at);
        disruptionWord(spec.disruptionMode(), create, preemption, at);
        required(spec, preemption, at);
        SharedFieldRules.priorityClass(spec.priorityClassName(), "", create, preemption, at);
        SharedFieldRules.priority(spec.priority(), null, create, preemption, true, at);
        at.up();
    }

    /** Judges a mode on create, one of two words. */
    private static void disruptionWord(@Nullable DisruptionMode mode, Change create, boolean isOn, Findings at) {
        Rule rule = create.rule(SharedRule.DISRUPTION_MODE);
        if (create.admits("disruptionMode", mode, null, isOn, rule, at) && mode.isSingle() == mode.isAll()) {
            String supported = "supported values: \"Pod\", \"PodGroup\"";
            at.reportAt("disruptionMode", Type.NOT_SUPPORTED, CompactJson.word(mode), supported, rule, "");
        }
    }

    /** With the gate on, the mode has a default and so must be set by now. */
    private static void required(PodGroupSpec spec, boolean preemption, Findings at) {
        if (preemption && spec.disruptionMode() == null) {
            at.reportAt("disruptionMode", Type.REQUIRED, "", "", Rule.A2_G16, "");
        }
    }

    private static void templateRef(TemplateRef reference, Findings at) {
        at.down("podGroupTemplateRef");
        if (reference instanceof TemplateRef.Named named) {
            at.down("workload");
            DeclarativeRules.requiredText("workloadName", named.workloadName(), Formats.SUBDOMAIN, Rule.A2_G2, at);
            DeclarativeRules.requiredText("podGroupTemplateName", named.templateName(), Formats.LABEL, Rule.A2_G3, at);
            at.up();
        } else {
            at.report(Type.INVALID, CompactJson.text(""), "must specify one of: `workload`", Rule.A2_G1, "union");
        }
        at.up();
    }

    /** Checks an update of a PodGroup. */
    static void updatePodGroup(PodGroupSpec old, PodGroupSpec updated, RuleContext context, Findings at) {
        if (updated.equals(old)) {
            return;
        }
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        boolean preemption = context.isOn(FeatureGate.WORKLOAD_AWARE_PREEMPTION);
        at.down("spec");
        UPDATE_POD_GROUP.admits("podGroupTemplateRef", updated.workloadRef(), old.workloadRef(), at);
        UPDATE_POD_GROUP.admits("schedulingPolicy", updated.schedulingPolicy(), old.schedulingPolicy(), at);
        fixed(
                "schedulingConstraints",
                updated.schedulingConstraints(),
                old.schedulingConstraints(),
                topology,
                Rule.A2_G8,
                at);
        SharedFieldRules.claims(updated.resourceClaims(), old.resourceClaims(), UPDATE_POD_GROUP, context, at);
        fixed("disruptionMode", updated.disruptionMode(), old.disruptionMode(), preemption, Rule.A2_G16, at);
        if (!Objects.equals(updated.disruptionMode(), old.disruptionMode())) {
            required(updated, preemption, at);
        }
        fixed("priorityClassName", updated.priorityClassName(), old.priorityClassName(), preemption, Rule.A2_G17, at);
        fixed("priority", updated.priority(), old.priority(), preemption, Rule.A2_G18, at);
        at.up();
    }

    /** Reports a field that changed: with its gate on it may not, with its gate off it may not even be set. */
    private static void fixed(
            String field, @Nullable Object now, @Nullable Object old, boolean isOn, Rule gateRule, Findings at) {
        if (isOn) {
            UPDATE_POD_GROUP.admits(field, now, old, at);
        } else if (!Objects.equals(now, old)) {
            DeclarativeRules.forbidden(field, now, false, gateRule, at);
        }
    }
}
