package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.Opening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Many groups against one snapshot, in a given order: each that fits takes its place, each that does not is passed
 * over.
 *
 * @param turns what happened to each group, in order
 * @param after the cluster with all pods that were placed
 */
public record Queueing(List<Turn> turns, ClusterSnapshot after) {

    private static final int PARTS = 4;

    public Queueing {
        turns = List.copyOf(requireNonNull(turns, "turns"));
        requireNonNull(after, "after");
    }

    /**
     * One group's turn.
     *
     * @param verdict what was answered at its turn; if feasible, its pods are placed so
     * @param blockedBy if it does not fit at its turn, but would have without any earlier group: a minimal set of
     *     earlier groups without which it fits; otherwise empty
     * @param complete whether the budget was enough to find out who blocks it; if not, some of those named may not
     */
    public record Turn(Verdict verdict, List<GroupRef> blockedBy, boolean complete) {

        public Turn {
            requireNonNull(verdict, "verdict");
            blockedBy = List.copyOf(requireNonNull(blockedBy, "blockedBy"));
        }
    }

    /**
     * Lets groups in, in order. Each answer gets a quarter of what is left of the budget at most; a group whose turn
     * comes when nothing is left is undetermined.
     *
     * @param order groups, the first first; those inside another stand for their roots
     * @param after for a root whose pods exist only once those of other groups run: the roots of those. Its turn comes
     *     after theirs, and if one of them did not get in at its turn, it is not tried: gated, or undetermined if that
     *     is so of them
     * @param meter what all answers together may spend: one for each group, and for one that is blocked one for each
     *     group before it
     * @param progress told about each group before it is asked
     */
    public static Queueing inOrder(
            ClusterSnapshot snapshot,
            Groups groups,
            List<GroupRef> order,
            Map<GroupRef, List<GroupRef>> after,
            WorkMeter meter,
            Consumer<GroupRef> progress) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(order, "order");
        requireNonNull(after, "after");
        requireNonNull(meter, "meter");
        requireNonNull(progress, "progress");
        List<GroupRef> inTurn = turns(groups.in(snapshot.setup()), order, after);
        Map<GroupRef, Verdict> out = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        Map<GroupRef, List<Assignment>> admitted = new HashMap<>();
        List<GroupRef> admittedOrder = new ArrayList<>();
        ClusterSnapshot now = snapshot;
        for (GroupRef root : inTurn) {
            progress.accept(root);
            int left = inTurn.size() - turns.size();
            Opening opening = Feasibility.open(now, groups, root);
            List<Verdict> missing = after.getOrDefault(root, List.of()).stream()
                    .filter(out::containsKey)
                    .map(out::get)
                    .toList();
            Verdict verdict = opening instanceof Opening.Open open && !missing.isEmpty()
                    ? held(open.question(), missing)
                    : opening.answer(meter.part(Math.min(PARTS, left)), Preference.SEARCH);
            if (!(verdict instanceof Verdict.Feasible) && !(verdict instanceof Verdict.Satisfied)) {
                out.put(root, verdict);
            }
            Blockers blockers = new Blockers(List.of(), true);
            if (verdict instanceof Verdict.Feasible feasible) {
                meter.trySpend(Probe.CHANGED_POD * feasible.placed());
                now = now.withPlaced(feasible.placement());
                admitted.put(root, feasible.placement());
                admittedOrder.add(root);
            } else if (verdict instanceof Verdict.Infeasible && !admittedOrder.isEmpty()) {
                blockers = blockers(snapshot, groups, root, admittedOrder, admitted, meter);
            }
            turns.add(new Turn(verdict, blockers.groups, blockers.complete));
        }
        return new Queueing(turns, now);
    }

    /**
     * {@return the roots of groups in the order of their turns: as given, but each after those that it waits for}
     *
     * @param order groups, the first first; those inside another stand for their roots
     * @param after for a root whose pods exist only once those of other groups run: the roots of those
     */
    public static List<GroupRef> turns(Groups groups, List<GroupRef> order, Map<GroupRef, List<GroupRef>> after) {
        requireNonNull(groups, "groups");
        requireNonNull(order, "order");
        requireNonNull(after, "after");
        Set<GroupRef> roots = new LinkedHashSet<>();
        order.forEach(group -> roots.add(groups.rootOf(group)));
        Set<GroupRef> inTurn = new LinkedHashSet<>();
        roots.forEach(root -> add(root, roots, after, new HashSet<>(), inTurn));
        return List.copyOf(inTurn);
    }

    /** Adds a group after those that it depends on. */
    private static void add(
            GroupRef root,
            Set<GroupRef> roots,
            Map<GroupRef, List<GroupRef>> after,
            Set<GroupRef> entered,
            Set<GroupRef> to) {
        if (entered.add(root)) {
            after.getOrDefault(root, List.of()).stream()
                    .filter(roots::contains)
                    .forEach(each -> add(each, roots, after, entered, to));
            to.add(root);
        }
    }

    /**
     * {@return the verdict on a group that is not tried, since groups before it did not get in: gated, or open if that
     * is so of all of them}
     *
     * @param missing the verdicts on those; at least one
     */
    public static Verdict held(GroupQuestion question, List<Verdict> missing) {
        requireNonNull(question, "question");
        requireNonNull(missing, "missing");
        boolean isOpen = missing.stream().allMatch(Verdict.Undetermined.class::isInstance);
        String names = missing.stream()
                .filter(verdict -> isOpen || !(verdict instanceof Verdict.Undetermined))
                .map(verdict -> verdict.about().group().toString())
                .collect(Collectors.joining(", "));
        if (isOpen) {
            return new Verdict.Undetermined(
                    question.about(), 0, question.packing().pods(), StopReason.EARLIER, names, 0);
        }
        return new Verdict.Gated(
                question.about(),
                Reason.EARLIER_GROUP_NOT_IN,
                "its pods come after those of " + names + ", which did not get in");
    }

    private static Verdict answer(ClusterSnapshot snapshot, Groups groups, GroupRef group, WorkMeter meter) {
        return Feasibility.open(snapshot, groups, group).answer(meter.part(PARTS), Preference.SEARCH);
    }

    private record Blockers(List<GroupRef> groups, boolean complete) {}

    /** Groups are put back, the earliest first, as long as the group fits beside them; the others block it. */
    private static Blockers blockers(
            ClusterSnapshot before,
            Groups groups,
            GroupRef root,
            List<GroupRef> order,
            Map<GroupRef, List<Assignment>> admitted,
            WorkMeter meter) {
        Verdict alone = answer(before, groups, root, meter);
        if (!(alone instanceof Verdict.Feasible)) {
            return new Blockers(List.of(), !(alone instanceof Verdict.Undetermined));
        }
        boolean complete = true;
        List<GroupRef> blockers = new ArrayList<>();
        ClusterSnapshot beside = before;
        for (GroupRef earlier : order) {
            List<Assignment> placed = admitted.getOrDefault(earlier, List.of());
            if (!meter.trySpend(Probe.CHANGED_POD * placed.size())) {
                blockers.add(earlier);
                complete = false;
                continue;
            }
            ClusterSnapshot with = beside.withPlaced(placed);
            Verdict verdict = answer(with, groups, root, meter);
            if (verdict instanceof Verdict.Feasible) {
                beside = with;
            } else {
                blockers.add(earlier);
                complete &= !(verdict instanceof Verdict.Undetermined);
            }
        }
        return new Blockers(blockers, complete);
    }

    /**
     * The most groups that fit at the same time.
     *
     * @param groups the groups, in the order given
     * @param proved whether it is proved that no larger number fits together
     */
    public record Largest(List<GroupRef> groups, boolean proved) {

        public Largest {
            groups = List.copyOf(requireNonNull(groups, "groups"));
        }
    }

    /**
     * {@return a largest set of these groups that fit together, each as it is, whatever the order}
     *
     * <p>Decided exactly, as one question about all of them; made for queues of a few dozen groups.
     *
     * @param after for a root whose pods exist only once those of other groups run: the roots of those. If they are
     *     among
     *     the groups, it is in the set only with them; a smaller set that this leaves is not proved to be largest
     * @param meter what all answers together may spend: one for each number of groups that is tried
     */
    public static Largest largestSet(
            ClusterSnapshot snapshot,
            Groups groups,
            List<GroupRef> some,
            Map<GroupRef, List<GroupRef>> after,
            WorkMeter meter) {
        requireNonNull(after, "after");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(some, "some");
        requireNonNull(meter, "meter");
        Set<GroupRef> roots = new LinkedHashSet<>();
        Groups here = groups.in(snapshot.setup());
        some.forEach(group -> roots.add(here.rootOf(group)));
        Set<GroupRef> candidates = new LinkedHashSet<>(roots);
        Set<GroupRef> running = new HashSet<>();
        for (GroupRef root : roots) {
            if (after.values().stream().anyMatch(earlier -> earlier.contains(root))) {
                Verdict alone = answer(snapshot, groups, root, meter);
                if (alone instanceof Verdict.Satisfied) {
                    running.add(root);
                } else if (!(alone instanceof Verdict.Feasible || alone instanceof Verdict.Undetermined)) {
                    candidates.remove(root);
                }
            }
        }
        Map<GroupRef, List<GroupRef>> needs = new HashMap<>();
        after.forEach((root, earlier) -> needs.put(
                root,
                earlier.stream()
                        .filter(each -> roots.contains(each) && !running.contains(each))
                        .toList()));
        candidates.retainAll(closed(candidates, needs));
        List<GroupRef> best = List.of();
        boolean proved = true;
        while (best.size() < candidates.size()) {
            Optional<GroupQuestion> more =
                    GroupQuestion.together(snapshot, groups, List.copyOf(candidates), best.size() + 1);
            if (more.isEmpty()) {
                break;
            }
            Verdict verdict = more.get().answer(meter.part(2));
            if (!(verdict instanceof Verdict.Feasible feasible)) {
                proved = verdict instanceof Verdict.Infeasible;
                break;
            }
            List<GroupRef> in = placed(feasible, snapshot, groups, candidates);
            if (in.size() <= best.size()) {
                break;
            }
            best = in;
        }
        List<GroupRef> closed = closed(best, needs);
        return new Largest(closed, proved && closed.size() == best.size());
    }

    /** {@return those of some groups that have what they need among them} */
    private static List<GroupRef> closed(Collection<GroupRef> some, Map<GroupRef, List<GroupRef>> needs) {
        List<GroupRef> closed = new ArrayList<>(some);
        while (closed.removeIf(each -> !closed.containsAll(needs.getOrDefault(each, List.of())))) {
            // Those that need the ones that are gone go as well.
        }
        return closed;
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
