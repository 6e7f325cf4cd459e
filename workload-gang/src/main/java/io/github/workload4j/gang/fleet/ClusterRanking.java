package io.github.workload4j.gang.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.Evictions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which of several clusters takes a group, the best first.
 *
 * <p>Clusters that take it come first, and among them the one in which it takes the smallest share of what is free of
 * its {@linkplain ScarcestResource scarcest resource}; those whose answer depends on what their snapshot does not show
 * come after the others. Then come clusters of which it is not known, then those in which a change would help, the
 * fewest evictions and nodes first, then all others. What is equal goes by name.
 *
 * @param answers the answer of each cluster, in this order, whatever the order in which they were given
 * @since 0.1.0
 */
public record ClusterRanking(List<ClusterAnswer> answers) {

    private static final Comparator<ClusterAnswer> ORDER = Comparator.comparingInt(ClusterRanking::place)
            .thenComparing(ClusterRanking::byRoom)
            .thenComparingInt(ClusterRanking::changes)
            .thenComparing(ClusterAnswer::cluster);

    /** Sorts and copies the list. */
    public ClusterRanking {
        List<ClusterAnswer> sorted = new ArrayList<>(requireNonNull(answers, "answers"));
        sorted.sort(ORDER);
        answers = List.copyOf(sorted);
    }

    /**
     * {@return the answers of snapshots that are there}
     *
     * @param clusters snapshots by the names of their clusters; the group's pods need not be in them
     * @param pods the pods of the group that wait, which are put into each
     * @param groups the group, and others that its answer depends on
     * @param group the group asked about
     * @param budget what each cluster's answer may cost
     */
    public static ClusterRanking of(
            Map<String, ClusterSnapshot> clusters, Collection<Pod> pods, Groups groups, GroupRef group, Budget budget) {
        requireNonNull(clusters, "clusters");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        requireNonNull(budget, "budget");
        SnapshotDifference waiting = new SnapshotDifference(List.copyOf(requireNonNull(pods, "pods")), List.of());
        List<ClusterAnswer> answers = new ArrayList<>();
        clusters.forEach((cluster, snapshot) -> answers.add(
                ClusterAnswer.of(cluster, Feasibility.open(snapshot.with(waiting), groups, group), budget.meter())));
        return new ClusterRanking(answers);
    }

    private static int place(ClusterAnswer answer) {
        if (answer.takesIt()) {
            return answer.verdict().about().unmodelled().isEmpty() ? 0 : 1;
        }
        if (answer.verdict() instanceof Verdict.Undetermined) {
            return 2;
        }
        return changes(answer) > 0 ? 3 : answer.verdict() instanceof Verdict.Infeasible ? 4 : 5;
    }

    /** {@return the fewest pods to evict or nodes to add; 0 if nothing is known to help} */
    private static int changes(ClusterAnswer answer) {
        Evictions evictions = answer.evictions();
        int evicted = evictions == null
                ? 0
                : evictions.fewest().stream()
                        .mapToInt(unit -> unit.pods().size())
                        .sum();
        int added = answer.nodes().isEmpty() ? 0 : answer.nodes().get(0).count();
        return evicted == 0 || added == 0 ? evicted + added : Math.min(evicted, added);
    }

    private static int byRoom(ClusterAnswer one, ClusterAnswer other) {
        ScarcestResource a = one.takesIt() ? one.scarcest() : null;
        ScarcestResource b = other.takesIt() ? other.scarcest() : null;
        return a == null || b == null ? Boolean.compare(a != null, b != null) : a.compareShare(b);
    }

    /** {@return how many clusters take the group, in a line} */
    @Override
    public String toString() {
        long taking = answers.stream().filter(ClusterAnswer::takesIt).count();
        return "ClusterRanking[" + taking + " of " + answers.size() + " take it]";
    }
}
