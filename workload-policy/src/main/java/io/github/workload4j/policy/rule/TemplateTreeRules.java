package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What holds for the templates of a Workload as a whole since Kubernetes 1.37: names, children, depth, one priority
 * (B-6, B-12, B-13, B-14), and since 1.38 what a template asks of the one above it (E-1 to E-3). The server has these
 * rules written by hand: they run on create and on every update, changed or not, and whatever the gates; two of them
 * are waived on update.
 */
final class TemplateTreeRules {

    private static final int MAX_LEVELS = 4;

    /** Trees nested deeper are not looked into: they are invalid anyway, and no check may run out of stack. */
    private static final int MAX_LEVELS_JUDGED = 100;

    private static final String LEAVES = "podGroupTemplates";
    private static final String COMPOSITES = "compositePodGroupTemplates";

    private TemplateTreeRules() {}

    /** {@return whether the tree is so deep that only its depth is to be reported} */
    static boolean isTooDeepToJudge(WorkloadSpec spec) {
        List<CompositePodGroupTemplate> composites = spec.compositePodGroupTemplates();
        for (int i = 0; i < composites.size(); i++) {
            if (isDeeper(composites.get(i), MAX_LEVELS_JUDGED)) {
                return true;
            }
        }
        return false;
    }

    /** Checks the spec at which the findings stand, on create or on update. */
    static void check(WorkloadSpec spec, boolean isUpdate, RuleContext context, Findings at) {
        boolean since138 = context.isAtLeast(KubernetesRelease.V1_38);
        if (!spec.compositePodGroupTemplates().isEmpty()) {
            Set<String> names = new HashSet<>();
            spec.podGroupTemplates().forEach(template -> names.add(template.name()));
            compositeNames(spec.compositePodGroupTemplates(), names, at);
            children(spec.compositePodGroupTemplates(), at);
            depth(spec, at);
        }
        onePriority(spec, since138, isUpdate, at);
        if (since138) {
            modes(spec, isUpdate, at);
        }
    }

    private static void onePriority(WorkloadSpec spec, boolean since138, boolean isUpdate, Findings at) {
        OnePriority first = OnePriority.of(spec);
        if (first == null || first.holdsFor(spec, since138 && !isUpdate)) {
            return;
        }
        String detail = since138
                ? "all priority, priorityClassName, and preemptionPolicy values must be identical, detected multiple"
                        + " values"
                : first.holdsFor(spec.podGroupTemplates(), false)
                        ? "all priority and priorityClassName values must be identical, detected multiple values"
                        : "detected multiple priority configurations";
        at.report(Type.INVALID, CompactJson.NULL, detail, Rule.B_14, "");
    }

    private static void modes(WorkloadSpec spec, boolean isUpdate, Findings at) {
        for (int i = 0; i < spec.podGroupTemplates().size() && !isUpdate; i++) {
            PodGroupTemplate template = spec.podGroupTemplates().get(i);
            at.down(LEAVES, i);
            allNeedsGang(template, Rule.E_1, at);
            at.up();
        }
        for (int i = 0; i < spec.compositePodGroupTemplates().size(); i++) {
            modes(spec.compositePodGroupTemplates().get(i), isUpdate, at.down(COMPOSITES, i));
            at.up();
        }
    }

    private static void modes(CompositePodGroupTemplate parent, boolean isUpdate, Findings at) {
        if (!isUpdate) {
            allNeedsGang(parent, Rule.E_1, at);
        }
        for (int i = 0; i < parent.compositePodGroupTemplates().size(); i++) {
            CompositePodGroupTemplate child =
                    parent.compositePodGroupTemplates().get(i);
            at.down(COMPOSITES, i);
            child(parent, child, at);
            modes(child, isUpdate, at);
            at.up();
        }
        for (int i = 0; i < parent.podGroupTemplates().size(); i++) {
            PodGroupTemplate child = parent.podGroupTemplates().get(i);
            at.down(LEAVES, i);
            child(parent, child, at);
            if (!isUpdate) {
                allNeedsGang(child, Rule.E_1, at);
            }
            at.up();
        }
    }

    private static void child(CompositePodGroupTemplate parent, GroupFields child, Findings at) {
        if (parent.isGang() && !child.isGang()) {
            String detail = "must have \"gang\" scheduling policy when parent compositePodGroupTemplate has \"gang\""
                    + " scheduling policy";
            at.reportAt("schedulingPolicy", Type.INVALID, "", detail, Rule.E_2, "");
        }
        if (parent.isDisruptedTogether() && !child.isDisruptedTogether()) {
            String detail = "must have \"all\" disruption mode when parent compositePodGroupTemplate has \"all\""
                    + " disruption mode";
            at.reportAt("disruptionMode", Type.INVALID, "", detail, Rule.E_3, "");
        }
    }

    /** Judges, here, that only a gang is disrupted all together. */
    static void allNeedsGang(GroupFields group, Rule rule, Findings at) {
        if (group.isDisruptedTogether() && !group.isGang()) {
            String detail = "cannot have \"all\" disruption mode when scheduling policy is other than \"gang\"";
            at.reportAt("disruptionMode", Type.INVALID, "", detail, rule, "");
        }
    }

    /** Of two lists that share a name, the one met later is the one at fault; names twice in one list are B-5's. */
    private static void compositeNames(List<CompositePodGroupTemplate> list, Set<String> taken, Findings at) {
        for (int i = 0; i < list.size(); i++) {
            duplicate(COMPOSITES, i, list.get(i).name(), taken, at);
        }
        list.forEach(template -> taken.add(template.name()));
        for (int i = 0; i < list.size(); i++) {
            CompositePodGroupTemplate template = list.get(i);
            at.down(COMPOSITES, i);
            for (int j = 0; j < template.podGroupTemplates().size(); j++) {
                duplicate(LEAVES, j, template.podGroupTemplates().get(j).name(), taken, at);
            }
            template.podGroupTemplates().forEach(leaf -> taken.add(leaf.name()));
            compositeNames(template.compositePodGroupTemplates(), taken, at);
            at.up();
        }
    }

    private static void duplicate(String list, int index, String name, Set<String> taken, Findings at) {
        if (taken.contains(name)) {
            at.down(list, index);
            at.reportAt("name", Type.DUPLICATE, CompactJson.text(name), "", Rule.B_6, "");
            at.up();
        }
    }

    private static void children(List<CompositePodGroupTemplate> list, Findings at) {
        for (int i = 0; i < list.size(); i++) {
            CompositePodGroupTemplate template = list.get(i);
            at.down(COMPOSITES, i);
            if (template.podGroupTemplates().isEmpty()
                    && template.compositePodGroupTemplates().isEmpty()) {
                String detail = "must have at least one child PodGroupTemplate or CompositePodGroupTemplate";
                at.report(Type.INVALID, CompactJson.text(template.name()), detail, Rule.B_12, "");
            }
            children(template.compositePodGroupTemplates(), at);
            at.up();
        }
    }

    /** Reports each root under which composites nest too deep; leaves are one level more. */
    static void depth(WorkloadSpec spec, Findings at) {
        List<CompositePodGroupTemplate> roots = spec.compositePodGroupTemplates();
        for (int i = 0; i < roots.size(); i++) {
            if (isDeeper(roots.get(i), MAX_LEVELS - 1)) {
                at.down(COMPOSITES, i);
                String found = CompactJson.text(roots.get(i).name());
                at.report(Type.INVALID, found, "maximum template hierarchy depth is " + MAX_LEVELS, Rule.B_13, "");
                at.up();
            }
        }
    }

    private static boolean isDeeper(CompositePodGroupTemplate template, int levels) {
        if (levels == 0) {
            return true;
        }
        List<CompositePodGroupTemplate> children = template.compositePodGroupTemplates();
        for (int i = 0; i < children.size(); i++) {
            if (isDeeper(children.get(i), levels - 1)) {
                return true;
            }
        }
        return false;
    }
}
