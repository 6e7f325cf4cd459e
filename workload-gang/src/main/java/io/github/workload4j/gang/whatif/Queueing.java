package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.Feasibility;
import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Many groups against one snapshot, in a given order: each that fits takes its place, each that does not is passed over.
 *
 * @param turns what happened to each group, in order
 * @param after the cluster with all pods that were placed
 */
public record Queueing(List<Turn> turns, ClusterSnapshot after) {

    /** Copies the list. */
    public Queueing {
        turns = List.copyOf(requireNonNull(turns, "turns"));
        requireNonNull(after, "after");
    }

    /**
     * One group's turn.
     *
     * @param verdict what was answered at its turn; if feasible, its pods are placed so
     * @param blockedBy if it does not fit at its turn, but would have without any earlier group: a minimal set of earlier groups without which it
     *     fits; otherwise empty
     */
    public record Turn(Verdict verdict, List<GroupRef> blockedBy) {

        /** Checks presence and copies the list. */
        public Turn {
            requireNonNull(verdict, "verdict");
            blockedBy = List.copyOf(requireNonNull(blockedBy, "blockedBy"));
        }
    }

    /**
     * Lets groups in, in order.
     *
     * @param order groups, the first first; those inside another stand for their roots
     * @param budget most steps for each answer: one for each group, and for one that is blocked one for each group before it
     * @param progress told about each group before it is asked
     */
    public static Queueing inOrder(
            ClusterSnapshot snapshot, Groups groups, List<GroupRef> order, Budget budget, Consumer<GroupRef> progress) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(order, "order");
        requireNonNull(budget, "budget");
        requireNonNull(progress, "progress");
        Set<GroupRef> roots = new LinkedHashSet<>();
        order.forEach(group -> roots.add(groups.rootOf(group)));
        List<Turn> turns = new ArrayList<>();
        Map<GroupRef, List<Assignment>> admitted = new HashMap<>();
        List<GroupRef> admittedOrder = new ArrayList<>();
        ClusterSnapshot now = snapshot;
        for (GroupRef root : roots) {
            progress.accept(root);
            Verdict verdict = Feasibility.answer(now, groups, root, budget);
            List<GroupRef> blockedBy = List.of();
            if (verdict instanceof Verdict.Feasible feasible) {
                now = now.withPlaced(feasible.placement());
                admitted.put(root, feasible.placement());
                admittedOrder.add(root);
            } else if (verdict instanceof Verdict.Infeasible && !admittedOrder.isEmpty()) {
                blockedBy = blockers(snapshot, groups, root, admittedOrder, admitted, budget);
            }
            turns.add(new Turn(verdict, blockedBy));
        }
        return new Queueing(turns, now);
    }

    /** Groups are put back, the earliest first, as long as the group fits beside them; the others block it. */
    private static List<GroupRef> blockers(
            ClusterSnapshot before,
            Groups groups,
            GroupRef root,
            List<GroupRef> order,
            Map<GroupRef, List<Assignment>> admitted,
            Budget budget) {
        if (!(Feasibility.answer(before, groups, root, budget) instanceof Verdict.Feasible)) {
            return List.of();
        }
        List<GroupRef> blockers = new ArrayList<>();
        ClusterSnapshot beside = before;
        for (GroupRef earlier : order) {
            ClusterSnapshot with = beside.withPlaced(admitted.getOrDefault(earlier, List.of()));
            if (Feasibility.answer(with, groups, root, budget) instanceof Verdict.Feasible) {
                beside = with;
            } else {
                blockers.add(earlier);
            }
        }
        return blockers;
    }

    /**
     * The most groups that fit at the same time.
     *
     * @param groups the groups, in the order given
     * @param proved whether it is proved that no larger number fits together
     */
    public record Largest(List<GroupRef> groups, boolean proved) {

        /** Copies the list. */
        public Largest {
            groups = List.copyOf(requireNonNull(groups, "groups"));
        }
    }

    /**
     * {@return a largest set of these groups that fit together, each as it is, whatever the order} Decided exactly, as one question about all
     * of them; made for queues of a few dozen groups.
     *
     * @param budget most steps for each answer: one for each number of groups that is tried
     */
    public static Largest largestSet(ClusterSnapshot snapshot, Groups groups, List<GroupRef> some, Budget budget) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(some, "some");
        requireNonNull(budget, "budget");
        Set<GroupRef> roots = new LinkedHashSet<>();
        some.forEach(group -> roots.add(groups.rootOf(group)));
        List<GroupRef> best = List.of();
        boolean proved = true;
        while (best.size() < roots.size()) {
            Optional<GroupQuestion> more =
                    GroupQuestion.together(snapshot, groups, List.copyOf(roots), best.size() + 1);
            if (more.isEmpty()) {
                break;
            }
            Verdict verdict = more.get().answer(budget);
            if (!(verdict instanceof Verdict.Feasible feasible)) {
                proved = verdict instanceof Verdict.Infeasible;
                break;
            }
            List<GroupRef> in = placed(feasible, snapshot, groups, roots);
            if (in.size() <= best.size()) {
                break;
            }
            best = in;
        }
        return new Largest(best, proved);
    }

    private static List<GroupRef> placed(
            Verdict.Feasible feasible, ClusterSnapshot snapshot, Groups groups, Set<GroupRef> roots) {
        Set<String> pods = new HashSet<>();
        feasible.placement().forEach(each -> pods.add(each.namespace() + "/" + each.pod()));
        List<GroupRef> in = new ArrayList<>();
        for (GroupRef root : roots) {
            boolean any = groups.leavesOf(root).stream()
                    .flatMap(leaf -> snapshot.membersOf(leaf).stream())
                    .anyMatch(pod -> !pod.isAssigned()
                            && pods.contains(
                                    root.namespace() + "/" + pod.metadata().name()));
            if (any) {
                in.add(root);
            }
        }
        return in;
    }
}
