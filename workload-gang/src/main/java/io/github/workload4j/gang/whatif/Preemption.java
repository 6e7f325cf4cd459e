package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.PotentialVictim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What kube-scheduler's own preemption for a group would do: its {@linkplain Greedy greedy cycle} is run once with
 * every candidate gone, from 1.38 on with a preference for nodes where less would have to leave; its placement is kept;
 * the candidates are put back, those first whose leaving would break a disruption budget, the most important first of
 * either kind, and each stays that lets every pod still pass on its node.
 *
 * @param refusal why it would not preempt, or why that is not known; empty if it would
 * @param victims who would be evicted, most important first; empty if it would not preempt
 * @param placement where the pods of the group would be nominated to; empty if it would not preempt
 */
public record Preemption(Optional<Refusal> refusal, List<Evicted> victims, List<Assignment> placement) {

    /** Why there would be no preemption. */
    public enum Refusal {
        /** A pod says {@code preemptionPolicy: Never}. */
        NEVER,
        /**
         * Pods of lower priority are leaving a node that an earlier preemption has set aside for a pod of the group: it
         * waits for them.
         */
        VICTIMS_LEAVING,
        /** Even with everybody of lower priority gone the greedy cycle finds no placement. */
        NO_PLACEMENT,
        /** Not known: the budget was not enough to find out. */
        OUT_OF_BUDGET,
        /** Not known: the cycle is not followed for such pods, as which devices the scheduler chooses for claims. */
        NOT_FOLLOWED
    }

    public Preemption {
        requireNonNull(refusal, "refusal");
        victims = List.copyOf(requireNonNull(victims, "victims"));
        placement = List.copyOf(requireNonNull(placement, "placement"));
    }

    static Preemption none(Refusal why) {
        return new Preemption(Optional.of(why), List.of(), List.of());
    }

    /**
     * {@return what it would do}
     *
     * @param bare the snapshot without the candidates
     * @param candidates all units of lower priority, most important first, with the budgets that each would break
     * @param allowance the disruption budgets
     * @param meter what it may cost
     */
    static Preemption of(
            GroupQuestion question,
            Groups groups,
            ClusterSnapshot bare,
            List<Evicted> candidates,
            DisruptionAllowance allowance,
            WorkMeter meter) {
        if (question.podClasses().stream()
                .anyMatch(
                        kind -> PreemptionPolicy.NEVER.equals(kind.pod().spec().preemptionPolicy()))) {
            return none(Refusal.NEVER);
        }
        if (isWaiting(question, Candidates.priorityOf(groups, question))) {
            return none(Refusal.VICTIMS_LEAVING);
        }
        Greedy cycle = Greedy.preempting(question.on(bare), potential(question, candidates, allowance), meter);
        if (!cycle.schedules()) {
            return none(cycle.stopped().map(Preemption::open).orElse(Refusal.NO_PLACEMENT));
        }
        try {
            Reprieve reprieve = new Reprieve(question, bare, cycle.placement(), meter);
            List<Evicted> victims = new ArrayList<>(reprieve.victims(inOrderOfReprieve(candidates)));
            victims.sort(Importance.of(Importance.rules(question)));
            return new Preemption(Optional.empty(), victims, cycle.placement());
        } catch (WorkMeter.Stopped spent) {
            return none(Refusal.OUT_OF_BUDGET);
        }
    }

    private static Refusal open(StopReason stopped) {
        return switch (stopped) {
            case STEPS, TIME, INTERRUPTED -> Refusal.OUT_OF_BUDGET;
            default -> Refusal.NOT_FOLLOWED;
        };
    }

    private static List<PotentialVictim> potential(
            GroupQuestion question, List<Evicted> candidates, DisruptionAllowance allowance) {
        int[] violations = allowance.violations(candidates);
        List<PotentialVictim> potential = new ArrayList<>();
        for (Evicted unit : candidates) {
            potential.add(new PotentialVictim(
                    unit.priority(),
                    Importance.rank(unit, Importance.rules(question)),
                    violations[potential.size()],
                    unit.pods().stream()
                            .map(pod -> question.snapshot().indexOf(pod.spec().nodeName()))
                            .toList()));
        }
        return potential;
    }

    /** {@return whether the budget was not enough to find out what it would do} */
    boolean isOpen() {
        return refusal.filter(Refusal.OUT_OF_BUDGET::equals).isPresent();
    }

    /** {@return those whose leaving would break a budget, then the others, each in the order given} */
    static List<Evicted> inOrderOfReprieve(List<Evicted> judged) {
        List<Evicted> order = new ArrayList<>();
        judged.stream().filter(unit -> !unit.brokenBudgets().isEmpty()).forEach(order::add);
        judged.stream().filter(unit -> unit.brokenBudgets().isEmpty()).forEach(order::add);
        return order;
    }

    private static boolean isWaiting(GroupQuestion question, int priority) {
        ClusterSnapshot snapshot = question.snapshot();
        return question.podClasses().stream()
                .flatMap(kind -> kind.pods().stream())
                .anyMatch(pod -> {
                    int node = snapshot.indexOf(pod.status().nominatedNodeName());
                    return node >= 0
                            && snapshot.podsOn(node).stream()
                                    .anyMatch(other -> Candidates.priority(other) < priority && isLeaving(other));
                });
    }

    private static boolean isLeaving(Pod pod) {
        return pod.metadata().deletionTimestamp() != null
                && pod.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("DisruptionTarget")
                                && condition.status().equals("True")
                                && condition.reason().equals("PreemptionByScheduler"));
    }
}
