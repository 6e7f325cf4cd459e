package io.github.workload4j.policy.rule;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The priority of the first template of a Workload, which all others must have (B-14). */
record OnePriority(
        String className,
        @Nullable Integer priority,
        @Nullable PreemptionPolicy preemptionPolicy) {

    /** {@return that of the first template, or null if there is none} */
    static @Nullable OnePriority of(WorkloadSpec spec) {
        if (!spec.podGroupTemplates().isEmpty()) {
            return of(spec.podGroupTemplates().get(0));
        }
        return spec.compositePodGroupTemplates().isEmpty()
                ? null
                : of(spec.compositePodGroupTemplates().get(0));
    }

    private static OnePriority of(GroupFields template) {
        return new OnePriority(template.priorityClassName(), template.priority(), template.preemptionPolicy());
    }

    /** {@return whether every template has it, with or without the preemption policy} */
    boolean holdsFor(WorkloadSpec spec, boolean withPolicy) {
        return holdsFor(spec.podGroupTemplates(), withPolicy)
                && holdsForComposites(spec.compositePodGroupTemplates(), withPolicy);
    }

    /** {@return whether some templates have it} */
    boolean holdsFor(List<PodGroupTemplate> templates, boolean withPolicy) {
        for (int i = 0; i < templates.size(); i++) {
            if (!isThatOf(templates.get(i), withPolicy)) {
                return false;
            }
        }
        return true;
    }

    private boolean holdsForComposites(List<CompositePodGroupTemplate> templates, boolean withPolicy) {
        for (int i = 0; i < templates.size(); i++) {
            CompositePodGroupTemplate template = templates.get(i);
            if (!isThatOf(template, withPolicy)
                    || !holdsFor(template.podGroupTemplates(), withPolicy)
                    || !holdsForComposites(template.compositePodGroupTemplates(), withPolicy)) {
                return false;
            }
        }
        return true;
    }

    private boolean isThatOf(GroupFields template, boolean withPolicy) {
        return template.priorityClassName().equals(className)
                && Objects.equals(template.priority(), priority)
                && (!withPolicy || Objects.equals(template.preemptionPolicy(), preemptionPolicy));
    }
}
