package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.gang.disruption.DisruptionBudgets;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What disruption budgets say about pods that leave one after the other, as kube-scheduler's preemption reads them. */
final class DisruptionAllowance {

    private final DisruptionBudgets budgets;
    private final SchedulerRules rules;

    DisruptionAllowance(List<PodDisruptionBudget> budgets, SchedulerRules rules) {
        this.budgets = new DisruptionBudgets(budgets, rules);
        this.rules = rules;
    }

    /** {@return most important first, by the same rules} */
    Comparator<Evicted> importance() {
        return Importance.of(rules);
    }

    /**
     * {@return the units with the budgets that each breaks, if they leave in this order and each uses up what it may}
     */
    List<Evicted> judged(List<Evicted> units) {
        int[] left = budgets.allowed();
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

    /** {@return about what judging this many pods costs} */
    long price(int pods) {
        return budgets.price(pods);
    }

    /** {@return for each unit how many of its pods break a budget, if they leave in this order} */
    int[] violations(List<Evicted> units) {
        int[] left = budgets.allowed();
        return units.stream()
                .mapToInt(unit -> (int) unit.pods().stream()
                        .filter(pod -> use(pod, left, new ArrayList<>()))
                        .count())
                .toArray();
    }

    /** {@return whether the pod breaks a budget; then those after the first are not used up} */
    private boolean use(Pod pod, int[] left, List<String> broken) {
        boolean breaks = false;
        for (int b : budgets.covering(pod)) {
            boolean exhausted = left[b] <= 0;
            left[b] -= breaks ? 0 : 1;
            breaks |= exhausted;
            if (exhausted && !broken.contains(budgets.name(b))) {
                broken.add(budgets.name(b));
            }
        }
        return breaks;
    }
}
