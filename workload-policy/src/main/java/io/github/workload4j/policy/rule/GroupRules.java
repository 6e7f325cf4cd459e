package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.GroupSpec;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Rule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PodGroup and CompositePodGroup of {@code v1alpha3} and {@code v1beta1}, since Kubernetes 1.37. On update, a value
 * that did not change is not judged again.
 */
final class GroupRules {

    private static final Change CREATE_POD_GROUP = new Change.Create(Subject.LEAF);
    private static final Change UPDATE_POD_GROUP = new Change.Update(Subject.LEAF, Rule.B_GU, Rule.B_U3);
    private static final Change CREATE_COMPOSITE = new Change.Create(Subject.COMPOSITE_POD_GROUP);
    private static final Change UPDATE_COMPOSITE = new Change.Update(Subject.COMPOSITE_POD_GROUP, Rule.B_CU, Rule.B_CU);

    /** Stands for the stored group on create. */
    private static final PodGroupSpec NO_GROUP = PodGroupSpec.builder().build();

    private static final CompositePodGroupSpec NO_COMPOSITE =
            CompositePodGroupSpec.builder().build();

    private GroupRules() {}

    /** Checks a new PodGroup. */
    static void createPodGroup(PodGroupSpec spec, RuleContext context, Findings at) {
        podGroup(spec, NO_GROUP, CREATE_POD_GROUP, context, at);
    }

    /** Checks an update of a PodGroup. */
    static void updatePodGroup(PodGroupSpec old, PodGroupSpec updated, RuleContext context, Findings at) {
        if (!updated.equals(old)) {
            podGroup(updated, old, UPDATE_POD_GROUP, context, at);
        }
    }

    private static void podGroup(PodGroupSpec now, PodGroupSpec old, Change change, RuleContext context, Findings at) {
        at.down("spec");
        boolean composites = context.isOn(FeatureGate.COMPOSITE_POD_GROUP);
        parent(now.parentCompositePodGroupName(), old.parentCompositePodGroupName(), change, composites, Rule.B_G1, at);
        if (change.admits("workloadRef", now.workloadRef(), old.workloadRef(), at)) {
            workloadRef(now.workloadRef(), Rule.B_G3, at);
        }
        parentNeedsWorkload(now, old, change, context, at);
        SharedFieldRules.policy(now.schedulingPolicy(), old.schedulingPolicy(), change, at);
        constraints(now, old, change, context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING), at);
        SharedFieldRules.claims(now.resourceClaims(), old.resourceClaims(), change, context, at);
        modeAndPriority(now, old, change, context, at);
        allNeedsGang(now, change, context, at);
        at.up();
    }

    /** A parent comes with a template (B-G2); judged on update when one of the two was set or unset, since 1.38. */
    private static void parentNeedsWorkload(
            PodGroupSpec now, PodGroupSpec old, Change change, RuleContext context, Findings at) {
        boolean isMissing = now.parentCompositePodGroupName() != null && now.workloadRef() == null;
        boolean isSwitched = (now.parentCompositePodGroupName() == null) != (old.parentCompositePodGroupName() == null)
                || (now.workloadRef() == null) != (old.workloadRef() == null);
        if (isMissing && (!change.isUpdate() || isSwitched && context.isAtLeast(KubernetesRelease.V1_38))) {
            String detail = "must be set when parentCompositePodGroupName is set";
            at.reportAt("workloadRef", Type.REQUIRED, "", detail, Rule.B_G2, "dependentRequired");
        }
    }

    private static void modeAndPriority(GroupSpec now, GroupSpec old, Change change, RuleContext context, Findings at) {
        SharedFieldRules.modeAndPriority(now, old, change, context, at);
        required("disruptionMode", now.disruptionMode(), old.disruptionMode(), change, Rule.B_G4, at);
    }

    /** Pods that are placed one by one are not disrupted all together (E-4); only on create, since 1.38. */
    private static void allNeedsGang(GroupSpec group, Change change, RuleContext context, Findings at) {
        if (!change.isUpdate() && context.isAtLeast(KubernetesRelease.V1_38)) {
            TemplateTreeRules.allNeedsGang(group, Rule.E_4, at);
        }
    }

    /** Constraints of a group are fixed only while their gate is on; with it off they may at least be taken away. */
    private static void constraints(PodGroupSpec now, PodGroupSpec old, Change change, boolean isOn, Findings at) {
        if (change.isUpdate() && !isOn) {
            if (!Objects.equals(now.schedulingConstraints(), old.schedulingConstraints())) {
                DeclarativeRules.forbidden("schedulingConstraints", now.schedulingConstraints(), false, Rule.B_7, at);
            }
        } else {
            SharedFieldRules.constraints(
                    now.schedulingConstraints(), old.schedulingConstraints(), change, isOn, Rule.B_7, at);
        }
    }

    /** Checks a new CompositePodGroup. */
    static void createCompositePodGroup(CompositePodGroupSpec spec, RuleContext context, Findings at) {
        at.down("spec");
        SharedFieldRules.policy(spec.schedulingPolicy(), NO_COMPOSITE.schedulingPolicy(), CREATE_COMPOSITE, at);
        compositePodGroup(spec, NO_COMPOSITE, CREATE_COMPOSITE, context, at);
        allNeedsGang(spec, CREATE_COMPOSITE, context, at);
        at.up();
    }

    /** Checks an update of a CompositePodGroup, whose policy is fixed as a whole in Kubernetes 1.37. */
    static void updateCompositePodGroup(
            CompositePodGroupSpec old, CompositePodGroupSpec updated, RuleContext context, Findings at) {
        if (updated.equals(old)) {
            return;
        }
        at.down("spec");
        if (context.isAtLeast(KubernetesRelease.V1_38)) {
            SharedFieldRules.policy(updated.schedulingPolicy(), old.schedulingPolicy(), UPDATE_COMPOSITE, at);
        } else if (!updated.schedulingPolicy().equals(old.schedulingPolicy())) {
            DeclarativeRules.immutable("schedulingPolicy", Rule.B_CU, at);
        }
        compositePodGroup(updated, old, UPDATE_COMPOSITE, context, at);
        at.up();
    }

    private static void compositePodGroup(
            CompositePodGroupSpec now, CompositePodGroupSpec old, Change change, RuleContext context, Findings at) {
        parent(now.parentCompositePodGroupName(), old.parentCompositePodGroupName(), change, true, Rule.B_C2, at);
        if (change.admits("workloadRef", now.workloadRef(), old.workloadRef(), at)) {
            workloadRef(now.workloadRef(), Rule.B_C2, at);
        }
        required("workloadRef", now.workloadRef(), old.workloadRef(), change, Rule.B_C1, at);
        SharedFieldRules.constraints(now.schedulingConstraints(), old.schedulingConstraints(), change, at);
        modeAndPriority(now, old, change, context, at);
    }

    /** Judges the name of the parent; unlike elsewhere, an empty name is set, and malformed. */
    private static void parent(
            @Nullable String now, @Nullable String old, Change change, boolean isOn, Rule rule, Findings at) {
        String field = "parentCompositePodGroupName";
        if (change.isUpdate() ? Objects.equals(now, old) : now == null) {
            return;
        }
        boolean forbidden = !isOn && now != null;
        if (forbidden) {
            at.reportAt(field, Type.FORBIDDEN, "", "", rule, "");
        }
        if (change instanceof Change.Update update) {
            DeclarativeRules.immutable(field, update.whenChanged(), at);
        } else if (!forbidden) {
            Formats.SUBDOMAIN.check(field, now, Formats.BYTES, rule, at);
        }
    }

    private static void workloadRef(TemplateRef reference, Rule rule, Findings at) {
        TemplateRef.Named named = reference instanceof TemplateRef.Named some ? some : new TemplateRef.Named("", "");
        at.down("workloadRef");
        DeclarativeRules.requiredText("workloadName", named.workloadName(), Formats.SUBDOMAIN, rule, at);
        DeclarativeRules.requiredText("templateName", named.templateName(), Formats.LABEL, rule, at);
        at.up();
    }

    /** Reports a field that must be set and is not, unless it was not set before either. */
    private static void required(
            String field, @Nullable Object now, @Nullable Object old, Change change, Rule rule, Findings at) {
        if (now == null && (!change.isUpdate() || old != null)) {
            at.reportAt(field, Type.REQUIRED, "", "", rule, "");
        }
    }
}
