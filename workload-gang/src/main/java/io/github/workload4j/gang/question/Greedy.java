package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.PodAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.order.CycleScores;
import io.github.workload4j.gang.order.GreedyCycle;
import io.github.workload4j.gang.order.VictimRanks;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.podclass.Compilation;
import io.github.workload4j.gang.podclass.PodClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kube-scheduler itself would do, by its documented cycle: one pod after the other onto the best node that fits,
 * never moved again. It may fail where the group fits; an exact verdict is {@link Feasibility}'s and is not influenced
 * by this.
 *
 * <p>Pods are tried by priority, then by creation time (without one, first), then by name: the scheduler goes by the
 * time at which a pod came to its queue, which no object says. Groups inside a group go by creation time, then by
 * name. Nodes are scored by {@code NodeResourcesFit} (least allocated, cpu and memory alike), {@code
 * NodeResourcesBalancedAllocation}, and by the required affinity of pods that are there ({@code InterPodAffinity},
 * weight 2), domains by {@code PodGroupPodsCount} and {@code NodeResourcesFit} (most allocated), weights 1; a
 * container that asks no cpu or memory counts as 100m and 200 MiB in scores. Wishes, nominated nodes, and sampling of
 * nodes and of domains are left out. Volumes are taken to go round wherever they can. Ties go to the node or domain
 * value that comes first by name, where the scheduler draws lots; {@link #lots} says where it does.
 *
 * @param group the root group that was tried
 * @param early the verdict that comes before any cycle (gated, in error, satisfied), or empty if there was a cycle
 * @param placement what the cycle binds, in order; empty if it fails
 * @param domains the domains chosen, parents first
 * @param stopped why the cycle was not followed to its end, so that nothing is known of it; empty if it was
 * @param lots where the scheduler draws lots, so that it may bind otherwise
 */
public record Greedy(
        GroupRef group,
        Optional<Verdict> early,
        List<Assignment> placement,
        List<ChosenDomain> domains,
        Optional<StopReason> stopped,
        Set<Lot> lots) {

    private static final String[] SCORED = {"cpu", "memory"};

    public Greedy {
        requireNonNull(group, "group");
        requireNonNull(early, "early");
        requireNonNull(stopped, "stopped");
        placement = List.copyOf(requireNonNull(placement, "placement"));
        domains = List.copyOf(requireNonNull(domains, "domains"));
        EnumSet<Lot> copy = EnumSet.noneOf(Lot.class);
        copy.addAll(requireNonNull(lots, "lots"));
        lots = Collections.unmodifiableSet(copy);
    }

    /** What the scheduler draws lots for. */
    public enum Lot {
        /** A node among several with the best score. */
        NODE("node"),
        /** A domain among several with the best score. */
        DOMAIN("domain"),
        /** Which domains are tried at all, and in which order: from 1.38 on, once there are 56 nodes in them. */
        DOMAINS_TRIED("domainsTried");

        private final String word;

        Lot(String word) {
            this.word = word;
        }

        /** {@return the name in JSON} */
        public String word() {
            return word;
        }
    }

    /** {@return whether the cycle binds pods} */
    public boolean schedules() {
        return !placement.isEmpty();
    }

    /**
     * {@return what one cycle does with the group (for one inside another, with the root of its tree)}
     *
     * @param budget what it may cost; a step for four nodes that are looked at for a pod
     */
    public static Greedy cycle(ClusterSnapshot snapshot, Groups groups, GroupRef group, Budget budget) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        requireNonNull(budget, "budget");
        WorkMeter meter = budget.meter();
        Opening opening = Feasibility.open(snapshot, groups, group);
        return opening instanceof Opening.Open open
                ? of(open.question(), meter)
                : nothing(groups.rootOf(group), ((Opening.Decided) opening).verdict(), null);
    }

    private static Greedy nothing(GroupRef group, @Nullable Verdict early, @Nullable StopReason stopped) {
        return new Greedy(
                group, Optional.ofNullable(early), List.of(), List.of(), Optional.ofNullable(stopped), Set.of());
    }

    /** {@return what one cycle does with the group of a question, as far as the meter goes} */
    public static Greedy of(GroupQuestion question, WorkMeter meter) {
        return preempting(question, List.of(), meter);
    }

    /**
     * {@return what the cycle of a preempting group does with the group of a question, in which all that may be evicted
     * is gone already; from 1.38 on it prefers nodes where less would have to leave}
     *
     * @param victims what may be evicted, most important first
     */
    public static Greedy preempting(GroupQuestion question, List<PotentialVictim> victims, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(victims, "victims");
        requireNonNull(meter, "meter");
        GroupRef group = question.about().group();
        if (meter.isOver()) {
            return nothing(group, null, meter.stopped());
        }
        if (question.packing().resourceBeyondRange().isPresent()) {
            return nothing(group, null, StopReason.AMOUNTS);
        }
        if (!question.classes().tooManyPairs().isEmpty()) {
            return nothing(group, null, StopReason.MEMORY);
        }
        if (question.classes().devices() != null) {
            // Which devices the scheduler would choose is not followed.
            return nothing(group, null, StopReason.DEVICES);
        }
        PodsInCycle pods = new PodsInCycle(question.classes());
        try {
            GreedyCycle.Outcome outcome = GreedyCycle.run(
                    question.ordered(), pods.queue(), scores(question.classes()), ranks(question, victims), meter);
            return new Greedy(
                    group,
                    Optional.empty(),
                    pods.assignments(outcome.placed()),
                    pods.domains(outcome.placed()),
                    Optional.empty(),
                    lots(question, outcome));
        } catch (WorkMeter.Stopped stopped) {
            return nothing(group, null, stopped.reason());
        }
    }

    private static @Nullable VictimRanks ranks(GroupQuestion question, List<PotentialVictim> victims) {
        if (victims.isEmpty() || !question.classes().rules().ranksNodesByVictims()) {
            return null;
        }
        List<VictimRanks.Unit> units = victims.stream()
                .map(victim -> new VictimRanks.Unit(
                        victim.priority(),
                        victim.rank(),
                        victim.violations(),
                        victim.nodes().stream().mapToInt(Integer::intValue).toArray()))
                .toList();
        return new VictimRanks(units, question.snapshot().nodes());
    }

    private static Set<Lot> lots(GroupQuestion question, GreedyCycle.Outcome outcome) {
        Set<Lot> lots = EnumSet.noneOf(Lot.class);
        if (outcome.nodesTied()) {
            lots.add(Lot.NODE);
        }
        if (outcome.domainsTied()) {
            lots.add(Lot.DOMAIN);
        }
        for (GroupTree group : question.tree().all()) {
            int[] domainOf = new Compilation(question.classes()).domainOf(group);
            if (domainOf != null && question.classes().rules().triesSomeOf(domainOf)) {
                lots.add(Lot.DOMAINS_TRIED);
            }
        }
        return lots;
    }

    private static CycleScores scores(PodClasses question) {
        ClusterSnapshot snapshot = question.snapshot();
        long[][] allocatable = new long[SCORED.length][snapshot.nodes()];
        long[][] taken = new long[SCORED.length][snapshot.nodes()];
        for (int n = 0; n < snapshot.nodes(); n++) {
            Node node = snapshot.node(n);
            for (int r = 0; r < SCORED.length; r++) {
                Quantity amount = node.status().allocatable().getOrDefault(SCORED[r], Quantity.ZERO);
                allocatable[r][n] = PodRequest.rounded(SCORED[r], amount);
                taken[r][n] = allocatable[r][n] - snapshot.free(SCORED[r], n);
            }
        }
        long[][] used = new long[SCORED.length][];
        Arrays.setAll(used, r -> taken[r].clone());
        question.view().forEachPod((node, pod) -> {
            ScoredRequest asked = ScoredRequest.asked(pod);
            ScoredRequest counted = ScoredRequest.counted(pod);
            used[0][node] += counted.cpu() - asked.cpu();
            used[1][node] += counted.memory() - asked.memory();
        });
        List<PodClasses.Entry> kinds = question.entries();
        long[][] asked = new long[kinds.size()][];
        long[][] counted = new long[kinds.size()][];
        for (int c = 0; c < counted.length; c++) {
            ScoredRequest exact = ScoredRequest.asked(kinds.get(c).pod());
            ScoredRequest more = ScoredRequest.counted(kinds.get(c).pod());
            asked[c] = new long[] {exact.cpu(), exact.memory()};
            counted[c] = new long[] {more.cpu(), more.memory()};
        }
        List<CycleScores.Draw> draws = new ArrayList<>();
        long[][] drawn = drawn(question, draws);
        return new CycleScores(allocatable, taken, used, asked, counted, drawn, draws);
    }

    /** {@return how many terms of affinity of pods that are there want each class on which node} */
    private static long[][] drawn(PodClasses question, List<CycleScores.Draw> draws) {
        List<PodClasses.Entry> kinds = question.entries();
        long[][] drawn = new long[kinds.size()][question.snapshot().nodes()];
        boolean[] any = new boolean[1];
        for (int c = 0; c < kinds.size(); c++) {
            int drawnClass = c;
            Pod pod = kinds.get(c).pod();
            for (int by = 0; by < kinds.size(); by++) {
                for (int[] domainOf : PodAffinity.draws(kinds.get(by).pod(), pod, question.view())) {
                    draws.add(new CycleScores.Draw(by, c, domainOf));
                }
            }
            question.view().forEachPod((node, other) -> {
                for (int[] domainOf : PodAffinity.draws(other, pod, question.view())) {
                    any[0] = true;
                    for (int n = 0; n < domainOf.length; n++) {
                        drawn[drawnClass][n] += domainOf[n] >= 0 && domainOf[n] == domainOf[node] ? 1 : 0;
                    }
                }
            });
        }
        return any[0] || !draws.isEmpty() ? drawn : new long[0][];
    }
}
