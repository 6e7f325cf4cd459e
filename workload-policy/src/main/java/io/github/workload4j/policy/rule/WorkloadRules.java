package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.policy.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Workload {@code v1alpha3} and {@code v1beta1}, since Kubernetes 1.37, as far as rules are declared on fields; what
 * holds for the tree as a whole is the business of {@link TemplateTreeRules}. On update, a value that did not change is
 * not judged again.
 */
final class WorkloadRules {

    private static final int MAX_TEMPLATES = 8;
    private static final String LEAVES = "podGroupTemplates";
    private static final String COMPOSITES = "compositePodGroupTemplates";

    private static final Change CREATE_LEAF = new Change.Create(Subject.LEAF);
    private static final Change UPDATE_LEAF = new Change.Update(Subject.LEAF, Rule.B_U5, Rule.B_U3);
    private static final Change CREATE_COMPOSITE = new Change.Create(Subject.COMPOSITE_TEMPLATE);
    private static final Change UPDATE_COMPOSITE = new Change.Update(Subject.COMPOSITE_TEMPLATE, Rule.B_U5, Rule.B_U3);

    /** Stands for the stored template of a new one. */
    private static final PodGroupTemplate NO_LEAF = PodGroupTemplate.builder().build();

    private static final CompositePodGroupTemplate NO_COMPOSITE =
            CompositePodGroupTemplate.builder().build();

    private WorkloadRules() {}

    /** Checks a new Workload. */
    static void create(WorkloadSpec spec, RuleContext context, Findings at) {
        at.down("spec");
        if (TemplateTreeRules.isTooDeepToJudge(spec)) {
            TemplateTreeRules.depth(spec, at);
        } else {
            oneListOfTemplates(spec, at);
            if (spec.controllerRef() != null) {
                ControllerRefRules.SINCE_V1ALPHA3.check(spec.controllerRef(), at);
            }
            leaves(spec.podGroupTemplates(), null, context, at);
            rootComposites(spec.compositePodGroupTemplates(), null, context, at);
            TemplateTreeRules.check(spec, false, context, at);
        }
        at.up();
    }

    /** Checks an update of a Workload. */
    static void update(WorkloadSpec old, WorkloadSpec updated, RuleContext context, Findings at) {
        at.down("spec");
        if (TemplateTreeRules.isTooDeepToJudge(updated)) {
            TemplateTreeRules.depth(updated, at);
        } else {
            if (!updated.equals(old)) {
                changed(old, updated, context, at);
            }
            TemplateTreeRules.check(updated, true, context, at);
        }
        at.up();
    }

    private static void changed(WorkloadSpec old, WorkloadSpec updated, RuleContext context, Findings at) {
        if (updated.podGroupTemplates().isEmpty() != old.podGroupTemplates().isEmpty()
                || updated.compositePodGroupTemplates().isEmpty()
                        != old.compositePodGroupTemplates().isEmpty()) {
            oneListOfTemplates(updated, at);
        }
        if (!Objects.equals(old.controllerRef(), updated.controllerRef())) {
            DeclarativeRules.immutable("controllerRef", Rule.B_U1, at);
        }
        leaves(updated.podGroupTemplates(), old.podGroupTemplates(), context, at);
        rootComposites(updated.compositePodGroupTemplates(), old.compositePodGroupTemplates(), context, at);
    }

    private static void oneListOfTemplates(WorkloadSpec spec, Findings at) {
        boolean leaves = !spec.podGroupTemplates().isEmpty();
        boolean composites = !spec.compositePodGroupTemplates().isEmpty();
        DeclarativeRules.union(leaves, composites, LEAVES, COMPOSITES, Rule.B_1, at);
    }

    /** Judges a list of templates; {@code old} is null if the list is new. */
    private static void leaves(
            List<PodGroupTemplate> now, @Nullable List<PodGroupTemplate> old, RuleContext context, Findings at) {
        if (DeclarativeRules.isUnchanged(old, now) || isStopped(LEAVES, now, old, PodGroupTemplate::name, at)) {
            return;
        }
        DeclarativeRules.unique(LEAVES, now, PodGroupTemplate::name, CompactJson::template, Rule.B_5, at);
        for (int i = 0; i < now.size(); i++) {
            PodGroupTemplate template = now.get(i);
            PodGroupTemplate before = DeclarativeRules.matching(old, PodGroupTemplate::name, template.name());
            if (before == null) {
                at.down(LEAVES, i);
                DeclarativeRules.requiredText("name", template.name(), Formats.LABEL, Rule.B_7, at);
                leaf(template, NO_LEAF, CREATE_LEAF, context, at);
                at.up();
            } else if (!template.equals(before)) {
                leaf(template, before, UPDATE_LEAF, context, at.down(LEAVES, i));
                at.up();
            }
        }
    }

    /** Judges the list of the Workload itself, which alone needs the gate; {@code old} is null if the list is new. */
    private static void rootComposites(
            List<CompositePodGroupTemplate> now,
            @Nullable List<CompositePodGroupTemplate> old,
            RuleContext context,
            Findings at) {
        boolean isOn = context.isOn(FeatureGate.COMPOSITE_POD_GROUP);
        if (!isOn && !now.isEmpty() && !DeclarativeRules.isUnchanged(old, now)) {
            DeclarativeRules.forbidden(COMPOSITES, now, false, Rule.B_4, at);
            isStopped(COMPOSITES, now, old, CompositePodGroupTemplate::name, at);
        } else {
            composites(now, old, context, at);
        }
    }

    private static void composites(
            List<CompositePodGroupTemplate> now,
            @Nullable List<CompositePodGroupTemplate> old,
            RuleContext context,
            Findings at) {
        if (DeclarativeRules.isUnchanged(old, now)
                || isStopped(COMPOSITES, now, old, CompositePodGroupTemplate::name, at)) {
            return;
        }
        DeclarativeRules.unique(COMPOSITES, now, CompositePodGroupTemplate::name, CompactJson::template, Rule.B_5, at);
        for (int i = 0; i < now.size(); i++) {
            CompositePodGroupTemplate template = now.get(i);
            CompositePodGroupTemplate before =
                    DeclarativeRules.matching(old, CompositePodGroupTemplate::name, template.name());
            if (before == null) {
                at.down(COMPOSITES, i);
                DeclarativeRules.requiredText("name", template.name(), Formats.LABEL, Rule.B_10, at);
                composite(template, NO_COMPOSITE, CREATE_COMPOSITE, context, at);
                leaves(template.podGroupTemplates(), null, context, at);
                composites(template.compositePodGroupTemplates(), null, context, at);
                at.up();
            } else if (!template.equals(before)) {
                at.down(COMPOSITES, i);
                composite(template, before, UPDATE_COMPOSITE, context, at);
                leaves(template.podGroupTemplates(), before.podGroupTemplates(), context, at);
                composites(template.compositePodGroupTemplates(), before.compositePodGroupTemplates(), context, at);
                at.up();
            }
        }
    }

    /** Judges a list as a whole; if something is wrong with it, its items are not judged. */
    private static <T> boolean isStopped(
            String field, List<T> now, @Nullable List<T> old, Function<T, String> name, Findings at) {
        boolean tooMany = DeclarativeRules.tooMany(field, now, MAX_TEMPLATES, Rule.B_3, at);
        return old != null && addedOrRemoved(field, now, old, name, at) || tooMany;
    }

    private static <T> boolean addedOrRemoved(
            String field, List<T> now, List<T> old, Function<T, String> name, Findings at) {
        boolean any = false;
        Set<String> names = names(old, name);
        for (int i = 0; i < now.size(); i++) {
            if (!names.contains(name.apply(now.get(i)))) {
                at.down(field, i);
                at.report(Type.FORBIDDEN, "", "item may not be added", Rule.B_U2, "update");
                at.up();
                any = true;
            }
        }
        names = names(now, name);
        for (T item : old) {
            if (!names.contains(name.apply(item))) {
                at.reportAt(field, Type.FORBIDDEN, "", "item may not be removed", Rule.B_U2, "update");
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
            PodGroupTemplate now, PodGroupTemplate old, Change change, RuleContext context, Findings at) {
        SharedFieldRules.policy(now.schedulingPolicy(), old.schedulingPolicy(), change, at);
        boolean topology = context.isOn(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        SharedFieldRules.constraints(
                now.schedulingConstraints(), old.schedulingConstraints(), change, topology, Rule.B_7, at);
        SharedFieldRules.claims(now.resourceClaims(), old.resourceClaims(), change, context, at);
        SharedFieldRules.modeAndPriority(now, old, change, context, at);
    }

    private static void composite(
            CompositePodGroupTemplate now,
            CompositePodGroupTemplate old,
            Change change,
            RuleContext context,
            Findings at) {
        SharedFieldRules.policy(now.schedulingPolicy(), old.schedulingPolicy(), change, at);
        SharedFieldRules.constraints(now.schedulingConstraints(), old.schedulingConstraints(), change, at);
        SharedFieldRules.modeAndPriority(now, old, change, context, at);
    }
}
