package io.github.workload4j.gang.timetable;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.whatif.Queueing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * When each group of a queue starts, and where: as early as it can without delaying one before it.
 *
 * <p>One group after the other gets its place. At its start it fits beside the running pods that are left, and while it
 * runs it leaves room for reservations and for the groups before it, at their times and on their nodes. A group may
 * start before one that is ahead of it. (Schedulers of batch systems call this conservative backfill.) Nothing else
 * starts, and no pod or node comes or fails.
 *
 * <p>Each start is the earliest <em>given the groups before it as they are placed here</em>. Where there are several
 * placements for a group, the choice is this library's, and another might let a later group start earlier.
 *
 * <p>Rules about other pods, ports, devices and volumes hold at the start, as the scheduler looks at them then; and so
 * that a group keeps nobody before it away, those are asked again that start while it runs. Where that cannot be
 * decided, a group gets a later moment, and its start is not said to be {@linkplain Start#exact() exact}. Devices that
 * are allocated for a pod that runs stay so when it ends. Pods of a group that run stay while it waits.
 *
 * @param starts one for each group, in the order of turns
 * @param overdue pods on nodes, as {@code namespace/name}, that should have ended by now: they are taken to run on
 * @param overbooked reservations that take more than their nodes have, in the order of the outlook
 * @since 0.1.0
 */
public record Timetable(List<Start> starts, List<String> overdue, List<Overbooked> overbooked) {

    private static final int PARTS = 4;

    public Timetable {
        starts = List.copyOf(requireNonNull(starts, "starts"));
        overdue = List.copyOf(requireNonNull(overdue, "overdue"));
        overbooked = List.copyOf(requireNonNull(overbooked, "overbooked"));
    }

    /**
     * Gives each group of a queue its start.
     *
     * <p>The number of answers for a group grows with the logarithm of that of the moments at which something ends, if
     * only room matters to it; otherwise each moment may be asked about.
     *
     * @param order groups, the first first; those inside another stand for their roots
     * @param after for a root whose pods exist only once those of other groups run: the roots of those. Its turn comes
     *     after theirs, it does not start before they do, and it is gated if one of them does not start, or
     *     undetermined if that is not known
     * @param outlook what is said about the time to come
     * @param meter what all answers together may spend; a group gets a quarter of what is left, the last ones more
     * @param progress told about each group before it is asked
     * @param proofs given each proof that a group does not start at some time, as it is found; they are large, and only
     *     the last of each group is kept
     * @throws IllegalArgumentException if a reservation is on a node that is not there, or a group lasts no time
     */
    public static Timetable of(
            ClusterSnapshot snapshot,
            Groups groups,
            List<GroupRef> order,
            Map<GroupRef, List<GroupRef>> after,
            Outlook outlook,
            WorkMeter meter,
            Consumer<GroupRef> progress,
            Consumer<Start.Refusal> proofs) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(order, "order");
        requireNonNull(after, "after");
        requireNonNull(outlook, "outlook");
        requireNonNull(meter, "meter");
        requireNonNull(progress, "progress");
        requireNonNull(proofs, "proofs");
        Map<GroupRef, Opening> openings = new LinkedHashMap<>();
        TreeSet<String> resources = new TreeSet<>();
        for (GroupRef root : Queueing.turns(groups.in(snapshot.setup()), order, after)) {
            Opening opening = Feasibility.open(snapshot, groups, root);
            openings.put(root, opening);
            if (opening instanceof Opening.Open open) {
                resources.addAll(open.question().resources());
            }
        }
        outlook.reservations()
                .forEach(each -> each.taken().values().forEach(amounts -> resources.addAll(amounts.keySet())));
        Calendar calendar = new Calendar(snapshot, outlook, resources);
        Precedents precedents = new Precedents();
        Map<GroupRef, Start> known = new HashMap<>();
        List<Start> starts = new ArrayList<>();
        openings.forEach((root, opening) -> {
            progress.accept(root);
            Start start = opening instanceof Opening.Open open
                    ? start(
                            calendar,
                            outlook,
                            open.question(),
                            after.getOrDefault(root, List.of()),
                            known,
                            precedents,
                            meter.part(Math.min(PARTS, openings.size() - starts.size())),
                            proofs)
                    : notTried(opening.answer(meter, Preference.SEARCH));
            known.put(root, start);
            starts.add(start);
        });
        return new Timetable(
                starts,
                calendar.overdue().stream()
                        .map(pod -> pod.metadata().qualifiedName())
                        .toList(),
                calendar.overbooked());
    }

    private static Start start(
            Calendar calendar,
            Outlook outlook,
            GroupQuestion question,
            List<GroupRef> after,
            Map<GroupRef, Start> known,
            Precedents precedents,
            WorkMeter meter,
            Consumer<Start.Refusal> proofs) {
        long notBefore = 0;
        List<Verdict> missing = new ArrayList<>();
        for (GroupRef earlier : after) {
            Start start = known.get(earlier);
            if (start != null && start.at().isPresent()) {
                notBefore = Math.max(notBefore, calendar.times().of(start.at().get()));
            } else if (start != null && !(start.verdict() instanceof Verdict.Satisfied)) {
                missing.add(start.verdict());
            }
        }
        if (!missing.isEmpty()) {
            return notTried(Queueing.held(question, missing));
        }
        QueuedGroup group = QueuedGroup.of(question, lasting(outlook, question));
        boolean grows = calendar.hasEndingPods(group);
        if (grows) {
            calendar.keep(group, true);
        }
        boolean isLikeOthers = group.looksAtRoomAlone() && !grows;
        Start start = new StartSearch(calendar, group, isLikeOthers ? precedents.of(group) : null, meter, proofs)
                .search(notBefore);
        if (grows) {
            calendar.keep(group, false);
        }
        if (isLikeOthers && start.exact() && notBefore == 0) {
            precedents.add(group, start.at().map(calendar.times()::of).orElse(Times.NEVER));
        }
        return start;
    }

    private static long lasting(Outlook outlook, GroupQuestion question) {
        List<Pod> pods = question.podClasses().stream()
                .flatMap(kind -> kind.pods().stream())
                .toList();
        Optional<Duration> lasts = outlook.lasts().apply(pods);
        if (lasts.isPresent() && (lasts.get().isNegative() || lasts.get().isZero())) {
            throw new IllegalArgumentException(
                    "lasts: " + lasts.get() + " for " + question.about().group() + " (expected: more than nothing)");
        }
        return lasts.map(Times::lasting).orElse(Times.NEVER);
    }

    private static Start notTried(Verdict verdict) {
        return new Start(
                verdict,
                Optional.empty(),
                Optional.empty(),
                Start.FreedBy.NOTHING,
                true,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** {@return how many start, in a line} */
    @Override
    public String toString() {
        long starting = starts.stream().filter(start -> start.at().isPresent()).count();
        return "Timetable[" + starting + " of " + starts.size() + " start]";
    }
}
