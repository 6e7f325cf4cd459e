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
import java.util.List;
import java.util.Optional;

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
 */
public record Greedy(GroupRef group, Optional<Verdict> early, List<Assignment> placement, List<ChosenDomain> domains) {

    private static final long LEAST_CPU = 100;
    private static final long LEAST_MEMORY = 200L * 1024 * 1024;
    private static final String[] SCORED = {"cpu", "memory"};

    /** Copies the lists. */
    public Greedy {
        requireNonNull(group, "group");
        requireNonNull(early, "early");
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
     * <p>Costs pods times nodes.
     */
    public static Greedy cycle(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        Opening opening = Feasibility.open(snapshot, groups, group);
        return opening instanceof Opening.Open open
                ? of(open.question())
                : new Greedy(
                        groups.rootOf(group), Optional.of(((Opening.Decided) opening).verdict()), List.of(), List.of());
    }

    /**
     * {@return what one cycle does with the group of a question}
     *
     * <p>Costs pods times nodes.
     */
    public static Greedy of(GroupQuestion question) {
        requireNonNull(question, "question");
        PodsInCycle pods = new PodsInCycle(question.classes());
        List<GreedyCycle.Placing> placed =
                GreedyCycle.run(question.ordered(), pods.queue(), scores(question.snapshot(), question.podClasses()));
        GroupRef group = question.about().group();
        return placed == null
                ? new Greedy(group, Optional.empty(), List.of(), List.of())
                : new Greedy(group, Optional.empty(), pods.assignments(placed), pods.domains(placed));
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
