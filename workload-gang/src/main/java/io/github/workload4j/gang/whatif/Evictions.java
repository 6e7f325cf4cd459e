package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who would have to leave for a group to fit.
 *
 * @param fewest a smallest set found, most important first: with these gone the group fits, and if any one of them
 *     stayed it would not; empty if the budget was not enough to find out whether the group fits with everybody of a
 *     lower priority gone
 * @param leastProved whether it is proved that no smaller number is enough; tried for sets of up to three of few
 *     candidates
 * @param complete whether the budget was enough for all that is looked at; if not, some of the set may not have to
 *     leave
 * @param scheduler what kube-scheduler's own preemption would do
 */
public record Evictions(List<Evicted> fewest, boolean leastProved, boolean complete, Preemption scheduler) {

    private static final int MOST_ASKS = 300;

    /** The scheduler's own preemption gets one part in this many of what is left. */
    private static final int PARTS = 4;

    private static final Evictions NOTHING_FOUND_OUT =
            new Evictions(List.of(), false, false, Preemption.none(Preemption.Refusal.OUT_OF_BUDGET));

    public Evictions {
        fewest = List.copyOf(requireNonNull(fewest, "fewest"));
        requireNonNull(scheduler, "scheduler");
    }

    /**
     * {@return who would have to leave; empty if the group fits already, if nobody with a lower priority runs, or if
     * even with all of them gone it does not fit}
     *
     * <p>Only pods and groups of a strictly lower priority are candidates. Devices of a claim are free once all that
     * use it have left; kube-scheduler's own preemption does not count on that. A set that breaks a disruption budget
     * is not avoided at the cost of one more eviction, but among sets that are found in the same way those that break
     * none come first.
     *
     * @param question whether the group fits
     * @param verdict the answer to it
     * @param groups all groups
     * @param disruptionBudgets budgets of disruption, which the scheduler keeps if it can and breaks if it must
     * @param meter what all answers together, and the snapshots made for them, may spend; their number grows with the
     *     logarithm of the candidates times the set that is found
     */
    public static Optional<Evictions> of(
            GroupQuestion question,
            Verdict verdict,
            Groups groups,
            List<PodDisruptionBudget> disruptionBudgets,
            WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(groups, "groups");
        requireNonNull(disruptionBudgets, "disruptionBudgets");
        requireNonNull(meter, "meter");
        if (!(verdict instanceof Verdict.Infeasible || verdict instanceof Verdict.Undetermined)) {
            return Optional.empty();
        }
        ClusterSnapshot snapshot = question.snapshot();
        DisruptionAllowance allowance = new DisruptionAllowance(disruptionBudgets, Importance.rules(question));
        List<Evicted> candidates = Candidates.of(question, groups);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Probe probe = new Probe(question, meter, verdict instanceof Verdict.Infeasible);
        ClusterSnapshot bare = without(snapshot, candidates, probe);
        if (probe.ranOut() || !meter.trySpend(allowance.price(pods(candidates)))) {
            return Optional.of(NOTHING_FOUND_OUT);
        }
        List<Evicted> important = allowance.judged(candidates);
        FreedClaims freed = new FreedClaims(snapshot, candidates);
        Verdict alone = probe.ask(() -> question.on(freed.in(bare)));
        if (alone instanceof Verdict.Infeasible) {
            return Optional.empty();
        }
        Preemption scheduler = Preemption.of(question, groups, bare, important, allowance, meter.part(PARTS));
        List<Evicted> victims = Preemption.inOrderOfReprieve(scheduler.victims());
        if (!(alone instanceof Verdict.Feasible)) {
            return Optional.of(new Evictions(List.of(), false, false, judged(scheduler, victims, allowance)));
        }
        List<Evicted> order = Preemption.inOrderOfReprieve(important);
        List<Evicted> fewest = minimal(question, bare, order, freed, probe);
        if (scheduler.refusal().isEmpty() && victims.size() < fewest.size()) {
            ClusterSnapshot without = without(snapshot, victims, probe);
            fewest = probe.ranOut() ? fewest : minimal(question, without, victims, freed, probe);
        }
        boolean[] tried = new boolean[1];
        fewest = smaller(question, order, fewest, freed, probe, tried);
        boolean proved = tried[0] && probe.isAllDecided();
        return Optional.of(new Evictions(
                inOrder(fewest, allowance),
                proved,
                !probe.ranOut() && !scheduler.isOpen(),
                judged(scheduler, victims, allowance)));
    }

    /**
     * {@return what kube-scheduler would do about a group that fits, if it evicts somebody all the same: because it
     * places pod by pod and gets stuck, or for pods beyond the minimum that do not fit; then nobody has to leave for
     * the group to fit. Empty if it evicts nobody, as far as the budget goes}
     *
     * @param question whether the group fits
     * @param groups all groups
     * @param disruptionBudgets budgets of disruption
     * @param meter what it may cost
     */
    public static Optional<Evictions> beside(
            GroupQuestion question, Groups groups, List<PodDisruptionBudget> disruptionBudgets, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(groups, "groups");
        requireNonNull(disruptionBudgets, "disruptionBudgets");
        requireNonNull(meter, "meter");
        List<Evicted> candidates = Candidates.of(question, groups);
        GroupQuestion now = question;
        while (!candidates.isEmpty()) {
            Greedy cycle = Greedy.of(now, meter);
            if (cycle.stopped().isPresent()) {
                return Optional.empty();
            }
            if (!cycle.schedules()) {
                return stuck(
                        now,
                        groups,
                        candidates,
                        new DisruptionAllowance(disruptionBudgets, Importance.rules(now)),
                        meter);
            }
            Optional<GroupQuestion> rest = GroupQuestion.of(
                    now.snapshot().withPlaced(cycle.placement()),
                    groups,
                    now.about().group());
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            now = rest.get();
        }
        return Optional.empty();
    }

    private static Optional<Evictions> stuck(
            GroupQuestion question,
            Groups groups,
            List<Evicted> candidates,
            DisruptionAllowance allowance,
            WorkMeter meter) {
        Probe probe = new Probe(question, meter, false);
        ClusterSnapshot bare = without(question.snapshot(), candidates, probe);
        if (probe.ranOut() || !meter.trySpend(allowance.price(pods(candidates)))) {
            return Optional.empty();
        }
        Preemption scheduler =
                Preemption.of(question, groups, bare, allowance.judged(candidates), allowance, meter.part(PARTS));
        return scheduler.victims().isEmpty()
                ? Optional.empty()
                : Optional.of(new Evictions(List.of(), true, true, judged(scheduler, scheduler.victims(), allowance)));
    }

    private static int pods(List<Evicted> units) {
        return units.stream().mapToInt(unit -> unit.pods().size()).sum();
    }

    private static Preemption judged(Preemption scheduler, List<Evicted> victims, DisruptionAllowance allowance) {
        return new Preemption(scheduler.refusal(), inOrder(victims, allowance), scheduler.placement());
    }

    /** Most important first, and judged as if these alone left. */
    private static List<Evicted> inOrder(List<Evicted> units, DisruptionAllowance allowance) {
        List<Evicted> sorted = new ArrayList<>(units);
        sorted.sort(allowance.importance());
        return allowance.judged(sorted);
    }

    /** {@return the snapshot without some, if the probe does not run out} */
    private static ClusterSnapshot without(ClusterSnapshot snapshot, List<Evicted> units, Probe probe) {
        return snapshot.withPods(List.of(), pods(units, probe));
    }

    /** {@return the snapshot with some, if the probe does not run out} */
    private static ClusterSnapshot with(ClusterSnapshot snapshot, List<Evicted> units, Probe probe) {
        return snapshot.withPods(pods(units, probe), List.of());
    }

    /** {@return the pods of the first of them, until the probe runs out} */
    private static List<Pod> pods(List<Evicted> units, Probe probe) {
        List<Pod> pods = new ArrayList<>();
        for (Evicted unit : units) {
            if (!probe.mayChange(unit.pods().size())) {
                break;
            }
            pods.addAll(unit.pods());
        }
        return pods;
    }

    static ClusterSnapshot with(ClusterSnapshot snapshot, Evicted unit) {
        return snapshot.withPods(unit.pods(), List.of());
    }

    /** Puts back as many as can stay, the most important first, halves at a time. */
    private static List<Evicted> minimal(
            GroupQuestion question, ClusterSnapshot bare, List<Evicted> candidates, FreedClaims freed, Probe probe) {
        List<Evicted> gone = new ArrayList<>();
        putBack(question, bare, candidates, freed, probe, gone);
        return gone;
    }

    private static ClusterSnapshot putBack(
            GroupQuestion question,
            ClusterSnapshot bare,
            List<Evicted> some,
            FreedClaims freed,
            Probe probe,
            List<Evicted> gone) {
        ClusterSnapshot all = with(bare, some, probe);
        if (probe.ranOut()) {
            gone.addAll(some);
            return bare;
        }
        if (probe.fits(() -> question.on(freed.in(all)))) {
            return all;
        }
        if (some.size() == 1) {
            gone.addAll(some);
            return bare;
        }
        int half = some.size() / 2;
        ClusterSnapshot first = putBack(question, bare, some.subList(0, half), freed, probe, gone);
        return putBack(question, first, some.subList(half, some.size()), freed, probe, gone);
    }

    /** Tries all smaller sets while they are few. */
    private static List<Evicted> smaller(
            GroupQuestion question,
            List<Evicted> candidates,
            List<Evicted> found,
            FreedClaims freed,
            Probe probe,
            boolean[] tried) {
        long asks = 0;
        for (int size = 1; size < found.size(); size++) {
            asks += choices(candidates.size(), size);
            if (size > 3 || asks > MOST_ASKS) {
                return found;
            }
            List<Evicted> set = ofSize(question, question.snapshot(), candidates, 0, size, freed, probe);
            if (set != null) {
                tried[0] = true;
                return set;
            }
        }
        tried[0] = true;
        return found;
    }

    private static long choices(long from, int size) {
        return switch (size) {
            case 1 -> from;
            case 2 -> from * (from - 1) / 2;
            default -> from * (from - 1) * (from - 2) / 6;
        };
    }

    private static @Nullable List<Evicted> ofSize(
            GroupQuestion question,
            ClusterSnapshot snapshot,
            List<Evicted> candidates,
            int from,
            int size,
            FreedClaims freed,
            Probe probe) {
        if (probe.ranOut()) {
            return null;
        }
        if (size == 0) {
            return probe.fits(() -> question.on(freed.in(snapshot))) ? new ArrayList<>() : null;
        }
        // The least important first, so that of several smallest sets the least important is found.
        for (int i = candidates.size() - 1 - from; i >= size - 1; i--) {
            Evicted unit = candidates.get(i);
            ClusterSnapshot without = without(snapshot, List.of(unit), probe);
            List<Evicted> rest = ofSize(question, without, candidates, candidates.size() - i, size - 1, freed, probe);
            if (rest != null) {
                rest.add(0, unit);
                return rest;
            }
        }
        return null;
    }
}
