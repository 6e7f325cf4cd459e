package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the templates of a Workload as a whole since Kubernetes 1.37: names, children, depth, one priority
 * (B-6, B-12, B-13, B-14). The server has these rules written by hand: they run on create and on every update, changed
 * or not, and whatever the gates.
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

    /** Checks the spec at which the findings stand. */
    static void check(WorkloadSpec spec, Findings at) {
        if (!spec.compositePodGroupTemplates().isEmpty()) {
            Set<String> names = new HashSet<>();
            spec.podGroupTemplates().forEach(template -> names.add(template.name()));
            compositeNames(spec.compositePodGroupTemplates(), names, at);
            children(spec.compositePodGroupTemplates(), at);
            depth(spec, at);
        }
        if (!hasOnePriority(spec)) {
            at.report(Type.INVALID, Found.NULL, "detected multiple priority configurations", Rule.B_14, "");
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
            at.reportAt("name", Type.DUPLICATE, Found.text(name), "", Rule.B_6, "");
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
                at.report(Type.INVALID, Found.text(template.name()), detail, Rule.B_12, "");
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
                String found = Found.text(roots.get(i).name());
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

    private static boolean hasOnePriority(WorkloadSpec spec) {
        List<PodGroupTemplate> leaves = spec.podGroupTemplates();
        List<CompositePodGroupTemplate> composites = spec.compositePodGroupTemplates();
        if (!leaves.isEmpty()) {
            PodGroupTemplate first = leaves.get(0);
            return haveAll(leaves, composites, first.priorityClassName(), first.priority());
        }
        if (!composites.isEmpty()) {
            CompositePodGroupTemplate first = composites.get(0);
            return haveAll(leaves, composites, first.priorityClassName(), first.priority());
        }
        return true;
    }

    private static boolean haveAll(
            List<PodGroupTemplate> leaves,
            List<CompositePodGroupTemplate> composites,
            String name,
            @Nullable Integer priority) {
        for (int i = 0; i < leaves.size(); i++) {
            PodGroupTemplate leaf = leaves.get(i);
            if (!leaf.priorityClassName().equals(name) || !Objects.equals(leaf.priority(), priority)) {
                return false;
            }
        }
        for (int i = 0; i < composites.size(); i++) {
            CompositePodGroupTemplate composite = composites.get(i);
            if (!composite.priorityClassName().equals(name)
                    || !Objects.equals(composite.priority(), priority)
                    || !haveAll(
                            composite.podGroupTemplates(), composite.compositePodGroupTemplates(), name, priority)) {
                return false;
            }
        }
        return true;
    }
}
