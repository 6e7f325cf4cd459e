package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.order.CycleScores;
import io.github.workload4j.gang.order.GreedyCycle;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What kube-scheduler itself would do, by its documented cycle: one pod after the other onto the best node that fits,
 * never moved again. It may fail where the group fits; an exact verdict is {@link Feasibility}'s and is not influenced
 * by this.
 *
 * <p>Pods are tried by priority, then by creation time (without one, first), then by name; groups inside a group by
 * name, PodGroups first. Nodes are scored by {@code NodeResourcesFit} (least allocated, cpu and memory alike), domains
 * by {@code PodGroupPodsCount} and {@code NodeResourcesFit} (most allocated), weights 1; a pod that asks no cpu or
 * memory counts as 100m and 200 MB in scores. Other score plugins, nominated nodes, sampling of nodes and of domains
 * are left out. Ties go to the node or domain value that comes first by name, where the scheduler draws lots.
 *
 * @param group the root group that was tried
 * @param early the verdict that comes before any cycle (gated, in error, satisfied), or empty if there was a cycle
 * @param placement what the cycle binds, in order; empty if it fails
 * @param domains the domains chosen, parents first
 * @param stopped why the cycle was not followed to its end, so that nothing is known of it; empty if it was
 */
public record Greedy(
        GroupRef group,
        Optional<Verdict> early,
        List<Assignment> placement,
        List<ChosenDomain> domains,
        Optional<StopReason> stopped) {

    private static final long LEAST_CPU = 100;
    private static final long LEAST_MEMORY = 200L * 1024 * 1024;
    private static final String[] SCORED = {"cpu", "memory"};

    /** Copies the lists. */
    public Greedy {
        requireNonNull(group, "group");
        requireNonNull(early, "early");
        requireNonNull(stopped, "stopped");
        placement = List.copyOf(requireNonNull(placement, "placement"));
        domains = List.copyOf(requireNonNull(domains, "domains"));
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
        Opening opening = Feasibility.open(snapshot, groups, group);
        return opening instanceof Opening.Open open
                ? of(open.question(), budget.meter())
                : nothing(groups.rootOf(group), ((Opening.Decided) opening).verdict(), null);
    }

    private static Greedy nothing(GroupRef group, @Nullable Verdict early, @Nullable StopReason stopped) {
        return new Greedy(group, Optional.ofNullable(early), List.of(), List.of(), Optional.ofNullable(stopped));
    }

    /** {@return what one cycle does with the group of a question, as far as the meter goes} */
    public static Greedy of(GroupQuestion question, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(meter, "meter");
        GroupRef group = question.about().group();
        if (meter.isOver()) {
            return nothing(group, null, meter.stopped());
        }
        PodsInCycle pods = new PodsInCycle(question.classes());
        CycleScores scores = scores(question.snapshot(), question.podClasses());
        try {
            List<GreedyCycle.Placing> placed = GreedyCycle.run(question.ordered(), pods.queue(), scores, meter);
            return placed == null
                    ? nothing(group, null, null)
                    : new Greedy(
                            group, Optional.empty(), pods.assignments(placed), pods.domains(placed), Optional.empty());
        } catch (WorkMeter.Stopped stopped) {
            return nothing(group, null, stopped.reason());
        }
    }

    private static CycleScores scores(ClusterSnapshot snapshot, List<NamedPodClass> kinds) {
        long[][] allocatable = new long[SCORED.length][snapshot.nodes()];
        long[][] used = new long[SCORED.length][snapshot.nodes()];
        for (int n = 0; n < snapshot.nodes(); n++) {
            Node node = snapshot.node(n);
            for (int r = 0; r < SCORED.length; r++) {
                Quantity amount = node.status().allocatable().getOrDefault(SCORED[r], Quantity.ZERO);
                allocatable[r][n] = PodRequest.rounded(SCORED[r], amount);
                used[r][n] = allocatable[r][n] - snapshot.free(SCORED[r], n);
            }
        }
        long[][] counted = new long[kinds.size()][SCORED.length];
        for (int c = 0; c < counted.length; c++) {
            counted[c][0] = kinds.get(c).request().getOrDefault("cpu", LEAST_CPU);
            counted[c][1] = kinds.get(c).request().getOrDefault("memory", LEAST_MEMORY);
        }
        return new CycleScores(allocatable, used, counted);
    }
}
