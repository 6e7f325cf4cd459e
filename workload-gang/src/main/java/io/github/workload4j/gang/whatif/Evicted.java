package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is evicted as one: a pod, or all running pods of a group whose disruption mode is {@code All}.
 *
 * @param group the group that leaves as a whole, or null for a single pod
 * @param pods the pods, in order of namespace and name; one unless {@code group} is given
 * @param priority the pods' priority, or up to 1.37 that of the root group, if they have one; 0 if none is stated
 * @param brokenBudgets disruption budgets that allow less than this, those before it in the list having left, as {@code
 *     namespace/name}
 */
public record Evicted(@Nullable GroupRef group, List<Pod> pods, int priority, List<String> brokenBudgets) {

    public Evicted {
        brokenBudgets = List.copyOf(requireNonNull(brokenBudgets, "brokenBudgets"));
        pods = List.copyOf(requireNonNull(pods, "pods"));
        requireNonNull(pods.get(0), "pods");
    }

    Evicted breaking(List<String> budgets) {
        return new Evicted(group, pods, priority, budgets);
    }

    /** {@return the group's name, or the pod's as {@code namespace/name}} */
    public String name() {
        return group != null ? group.toString() : pods.get(0).metadata().qualifiedName();
    }
}
