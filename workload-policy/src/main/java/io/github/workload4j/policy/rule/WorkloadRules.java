package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.FeatureGate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Workload {@code v1alpha3} and {@code v1beta1}, Kubernetes 1.37 ({@code api-validation.md} section 7), as far as rules are declared on fields;
 * what holds for the tree as a whole is {@link TemplateTreeRules}'. On update, a value that did not change is not judged again.
 */
final class WorkloadRules {

    private static final int MOST_TEMPLATES = 8;
    private static final String LEAVES = "podGroupTemplates";
    private static final String COMPOSITES = "compositePodGroupTemplates";

    /** What a template that is new is compared with. */
    private static final PodGroupTemplate NO_LEAF = PodGroupTemplate.builder().build();

    private static final CompositePodGroupTemplate NO_COMPOSITE =
            CompositePodGroupTemplate.builder().build();

    private WorkloadRules() {}

    /** Checks a Workload; {@code old} is null on create. */
    static void check(WorkloadSpec spec, @Nullable WorkloadSpec old, RuleContext context, Findings at) {
        at.down("spec");
        if (TemplateTreeRules.isTooDeepToJudge(spec)) {
            TemplateTreeRules.depth(spec, at);
        } else {
            if (!DeclarativeRules.isUnchanged(old, spec)) {
                declared(spec, old, context, at);
            }
            TemplateTreeRules.check(spec, at);
        }
        at.up();
    }

    private static void declared(WorkloadSpec spec, @Nullable WorkloadSpec old, RuleContext context, Findings at) {
        boolean noLeaves = spec.podGroupTemplates().isEmpty();
        boolean noComposites = spec.compositePodGroupTemplates().isEmpty();
        if (old == null) {
            DeclarativeRules.union(!noLeaves, !noComposites, LEAVES, COMPOSITES, "B-1", at);
            if (spec.controllerRef() != null) {
                ControllerRefRules.check(spec.controllerRef(), "B-2", at);
            }
        } else {
            if (noLeaves != old.podGroupTemplates().isEmpty()
                    || noComposites != old.compositePodGroupTemplates().isEmpty()) {
                DeclarativeRules.union(!noLeaves, !noComposites, LEAVES, COMPOSITES, "B-1", at);
            }
            if (!Objects.equals(old.controllerRef(), spec.controllerRef())) {
                DeclarativeRules.immutable("controllerRef", "B-U1", at);
            }
        }
        leaves(spec.podGroupTemplates(), old == null ? null : old.podGroupTemplates(), context, at);
        composites(
                spec.compositePodGroupTemplates(),
                old == null ? null : old.compositePodGroupTemplates(),
                context.isOn(FeatureGate.COMPOSITE_POD_GROUP),
                context,
                at);
    }

    private static void leaves(
            List<PodGroupTemplate> now, @Nullable List<PodGroupTemplate> old, RuleContext context, Findings at) {
        if (DeclarativeRules.isUnchanged(old, now)
                || isStopped(LEAVES, now, old, true, PodGroupTemplate::name, Found::template, at)) {
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            PodGroupTemplate template = now.get(i);
            PodGroupTemplate before = DeclarativeRules.matching(old, PodGroupTemplate::name, template.name());
            if (!DeclarativeRules.isUnchanged(before, template)) {
                at.down(LEAVES, i);
                leaf(template, before == null ? NO_LEAF : before, before == null ? null : "B-U5", context, at);
                at.up();
            }
        }
    }

    private static void composites(
            List<CompositePodGroupTemplate> now,
            @Nullable List<CompositePodGroupTemplate> old,
            boolean on,
            RuleContext context,
            Findings at) {
        if (DeclarativeRules.isUnchanged(old, now)
                || isStopped(COMPOSITES, now, old, on, CompositePodGroupTemplate::name, Found::template, at)) {
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            CompositePodGroupTemplate template = now.get(i);
            CompositePodGroupTemplate before =
                    DeclarativeRules.matching(old, CompositePodGroupTemplate::name, template.name());
            if (!DeclarativeRules.isUnchanged(before, template)) {
                at.down(COMPOSITES, i);
                composite(
                        template, before == null ? NO_COMPOSITE : before, before == null ? null : "B-U5", context, at);
                at.up();
            }
        }
    }

    /** Judges a list as a whole; if something is wrong with it other than duplicates, its items are not judged. */
    private static <T> boolean isStopped(
            String field,
            List<T> now,
            @Nullable List<T> old,
            boolean on,
            Function<T, String> name,
            Function<T, String> found,
            Findings at) {
        boolean stop = DeclarativeRules.forbidden(field, now, on, "B-4", at);
        stop |= DeclarativeRules.tooMany(field, now, MOST_TEMPLATES, "B-3", at);
        if (old != null) {
            stop |= addedOrRemoved(field, now, old, name, at);
        }
        if (!stop) {
            DeclarativeRules.unique(field, now, name, found, "B-5", at);
        }
        return stop;
    }

    private static <T> boolean addedOrRemoved(
            String field, List<T> now, List<T> old, Function<T, String> name, Findings at) {
        boolean any = false;
        Set<String> names = names(old, name);
        for (int i = 0; i < now.size(); i++) {
            if (!names.contains(name.apply(now.get(i)))) {
                at.down(field, i);
                at.report(Type.FORBIDDEN, "", "item may not be added", "B-U2", "update");
                at.up();
                any = true;
            }
        }
        names = names(now, name);
        for (T item : old) {
            if (!names.contains(name.apply(item))) {
                at.reportAt(field, Type.FORBIDDEN, "", "item may not be removed", "B-U2", "update");
                any = true;
            }
        }
        return any;
    }

    private static <T> Set<String> names(List<T> items, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        items.forEach(item -> names.add(name.apply(item)));
        return names;
    }

    private static void leaf(
            PodGroupTemplate now, PodGroupTemplate old, @Nullable String fixed, RuleContext context, Findings at) {
        Ids ids = Ids.B_LEAF;
        if (fixed == null) {
            DeclarativeRules.requiredText("name", now.name(), Formats.LABEL, "B-7", at);
        }
        GroupFields.policy(now.schedulingPolicy(), fixed == null ? null : old.schedulingPolicy(), ids, at);
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        GroupFields.constraints(now.schedulingConstraints(), old.schedulingConstraints(), fixed, topology, ids, at);
        GroupFields.claims(now.resourceClaims(), old.resourceClaims(), fixed, context, ids, at);
        GroupFields.disruptionMode(now.disruptionMode(), old.disruptionMode(), fixed, "B-8", at);
        GroupFields.priorityClass(now.priorityClassName(), old.priorityClassName(), fixed, true, ids, at);
        GroupFields.priority(now.priority(), old.priority(), fixed, true, ids, at);
        boolean preemption = context.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
        GroupFields.preemptionPolicy(now.preemptionPolicy(), old.preemptionPolicy(), fixed, preemption, at);
    }

    private static void composite(
            CompositePodGroupTemplate now,
            CompositePodGroupTemplate old,
            @Nullable String fixed,
            RuleContext context,
            Findings at) {
        Ids ids = Ids.B_COMPOSITE;
        if (fixed == null) {
            DeclarativeRules.requiredText("name", now.name(), Formats.LABEL, "B-10", at);
        }
        GroupFields.policy(now.schedulingPolicy(), fixed == null ? null : old.schedulingPolicy(), ids, at);
        GroupFields.constraints(now.schedulingConstraints(), old.schedulingConstraints(), fixed, true, ids, at);
        GroupFields.disruptionMode(now.disruptionMode(), old.disruptionMode(), fixed, "B-10", at);
        GroupFields.priorityClass(now.priorityClassName(), old.priorityClassName(), fixed, true, ids, at);
        GroupFields.priority(now.priority(), old.priority(), fixed, true, ids, at);
        boolean preemption = context.isOn(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
        GroupFields.preemptionPolicy(now.preemptionPolicy(), old.preemptionPolicy(), fixed, preemption, at);
        leaves(now.podGroupTemplates(), fixed == null ? null : old.podGroupTemplates(), context, at);
        composites(
                now.compositePodGroupTemplates(),
                fixed == null ? null : old.compositePodGroupTemplates(),
                true,
                context,
                at);
    }
}
