package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.meta.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What disruption budgets say about pods that leave one after the other, as kube-scheduler's preemption reads them. */
final class DisruptionAllowance {

    private final List<PodDisruptionBudget> budgets;

    DisruptionAllowance(List<PodDisruptionBudget> budgets) {
        this.budgets = List.copyOf(budgets);
    }

    /**
     * {@return the units with the budgets that each breaks, if they leave in this order and each uses up what it may}
     */
    List<Evicted> judged(List<Evicted> units) {
        int[] left = budgets.stream()
                .mapToInt(budget -> budget.status().disruptionsAllowed())
                .toArray();
        List<Evicted> judged = new ArrayList<>();
        for (Evicted unit : units) {
            List<String> broken = new ArrayList<>();
            for (Pod pod : unit.pods()) {
                use(pod, left, broken);
            }
            judged.add(unit.breaking(broken));
        }
        return judged;
    }

    /** {@return about what judging so many pods costs} */
    long price(int pods) {
        return (long) pods * budgets.size();
    }

    private void use(Pod pod, int[] left, List<String> broken) {
        for (int b = 0; b < left.length; b++) {
            PodDisruptionBudget budget = budgets.get(b);
            if (covers(budget, pod) && --left[b] < 0) {
                String name = Evicted.name(budget.metadata());
                if (!broken.contains(name)) {
                    broken.add(name);
                }
            }
        }
    }

    private static boolean covers(PodDisruptionBudget budget, Pod pod) {
        LabelSelector selector = budget.spec().selector();
        Map<String, String> labels = pod.metadata().labels();
        boolean selects = selector != null
                && !(selector.matchLabels().isEmpty()
                        && selector.matchExpressions().isEmpty())
                && !labels.isEmpty()
                && selector.matches(labels);
        return selects
                && Evicted.namespace(budget.metadata()).equals(Evicted.namespace(pod.metadata()))
                && !budget.status().disruptedPods().containsKey(pod.metadata().name());
    }
}
