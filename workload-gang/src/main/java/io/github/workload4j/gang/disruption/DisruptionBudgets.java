package io.github.workload4j.gang.disruption;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which disruption budgets cover which pods, as kube-scheduler's preemption reads them, and how much each allows. */
public final class DisruptionBudgets {

    private final List<PodDisruptionBudget> budgets;
    private final SchedulerRules rules;

    public DisruptionBudgets(List<PodDisruptionBudget> budgets, SchedulerRules rules) {
        this.budgets = List.copyOf(budgets);
        this.rules = rules;
    }

    /** {@return about what it costs to look at this many pods} */
    public long price(int pods) {
        return (long) pods * budgets.size();
    }

    /** {@return the budgets that cover a pod and have not counted it yet, by number} */
    public int[] covering(Pod pod) {
        return IntStream.range(0, budgets.size())
                .filter(budget -> covers(budgets.get(budget), pod))
                .toArray();
    }

    /** {@return how many pods each budget lets go now; a new array} */
    public int[] allowed() {
        return budgets.stream()
                .mapToInt(budget -> budget.status().disruptionsAllowed())
                .toArray();
    }

    /** {@return namespace and name of a budget} */
    public String name(int budget) {
        return budgets.get(budget).metadata().qualifiedName();
    }

    private boolean covers(PodDisruptionBudget budget, Pod pod) {
        LabelSelector selector = budget.spec().selector();
        Map<String, String> labels = pod.metadata().labels();
        boolean selects = selector != null
                && (isEmpty(selector) || labels.isEmpty()
                        ? rules.emptyBudgetSelectorMatches() && selector.matches(labels)
                        : selector.matches(labels));
        return selects
                && budget.metadata().namespaceOrDefault().equals(pod.metadata().namespaceOrDefault())
                && !budget.status().disruptedPods().containsKey(pod.metadata().name());
    }

    private static boolean isEmpty(LabelSelector selector) {
        return selector.matchLabels().isEmpty() && selector.matchExpressions().isEmpty();
    }
}
