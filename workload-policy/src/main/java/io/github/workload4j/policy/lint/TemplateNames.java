package io.github.workload4j.policy.lint;

import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the templates of Workloads, at every level. Each Workload is looked through once, however many groups
 * refer to it.
 */
final class TemplateNames {

    /**
     * The names of one Workload.
     *
     * @param groups groups of {@code v1alpha1}, in order
     * @param leaves templates of groups of pods, sorted
     * @param composites templates of groups of groups, sorted
     */
    record Names(Set<String> groups, Set<String> leaves, Set<String> composites) {}

    private final Map<Integer, Names> byWorkload = new HashMap<>();

    Names of(Placed<Workload> workload) {
        return byWorkload.computeIfAbsent(
                workload.index(), index -> of(workload.object().spec()));
    }

    private static Names of(WorkloadSpec spec) {
        Names names = new Names(new LinkedHashSet<>(), new TreeSet<>(), new TreeSet<>());
        spec.podGroupTemplates().forEach(group -> names.groups.add(group.name()));
        names.leaves.addAll(names.groups);
        Deque<List<CompositePodGroupTemplate>> open = new ArrayDeque<>(List.of(spec.compositePodGroupTemplates()));
        while (!open.isEmpty()) {
            for (CompositePodGroupTemplate composite : open.removeFirst()) {
                names.composites.add(composite.name());
                for (PodGroupTemplate leaf : composite.podGroupTemplates()) {
                    names.leaves.add(leaf.name());
                }
                open.addLast(composite.compositePodGroupTemplates());
            }
        }
        return names;
    }
}
