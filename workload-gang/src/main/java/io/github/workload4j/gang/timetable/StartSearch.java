package io.github.workload4j.gang.timetable;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the first moment at which a group fits, all the time that it lasts.
 *
 * <p>The first half of the moments first, and so on, down to a single one. Before moments are looked at one by one,
 * they are asked about all at once: with, on each node, the most that is free through the group's time if it starts at
 * any of them. What does not fit then fits at none of them, so one proof settles them all. Where only room matters, a
 * group that fits at no moment of a list fits at none between either: what ends sets it free, and nothing else does.
 *
 * <p>A group that looks at more than room is asked about moment by moment, in the cluster as it will be then. What
 * starts while it runs must still be able to where it was placed; if that fails, the moment is not taken, and not
 * refused either.
 */
final class StartSearch {

    private static final int PARTS = 4;

    /** About what one pod that comes or goes costs. */
    private static final long CHANGED_POD = 500;

    private final Calendar calendar;
    private final QueuedGroup group;
    private Precedents.@Nullable Precedent precedent;
    private final boolean meetsOthers;
    private final @Nullable GroupQuestion relaxed;
    private final @Nullable Places places;
    private final NeededRoom asked;
    private final WorkMeter meter;
    private final Consumer<Start.Refusal> proofs;

    private long[] moments = {};
    private boolean exact = true;
    private int refusals;
    private Start.@Nullable Refusal last;
    private Verdict.@Nullable Undetermined open;
    private Verdict.@Nullable Feasible found;

    /**
     * A search for one group.
     *
     * @param precedent a group that starts no later, or null
     */
    StartSearch(
            Calendar calendar,
            QueuedGroup group,
            Precedents.@Nullable Precedent precedent,
            WorkMeter meter,
            Consumer<Start.Refusal> proofs) {
        this.precedent = precedent;
        this.calendar = calendar;
        this.group = group;
        this.meetsOthers = !group.looksAtRoomAlone() || calendar.repels();
        this.relaxed = group.relaxed();
        this.places = relaxed == null ? null : Places.of(relaxed.packing());
        this.asked = calendar.ledger()
                .asked(group.resources(), Places.needed(group.question().packing()));
        this.meter = meter;
        this.proofs = proofs;
    }

    /** {@return when the group starts, this moment or later} */
    Start search(long notBefore) {
        if (!calendar.ledger().isExact()) {
            return open(StopReason.AMOUNTS);
        }
        precedent = precedent == null || precedent.start() <= notBefore ? null : precedent;
        moments = calendar.moments(known(notBefore), meetsOthers);
        int first = first();
        if (first >= 0 && found != null) {
            long start = moments[first];
            long end = calendar.times().after(start, group.lasting());
            calendar.put(new Calendar.Placed(group, start, end, found.placement()));
            return new Start(
                    found,
                    Optional.of(calendar.times().at(start)),
                    instant(end),
                    start == 0 ? Start.FreedBy.NOTHING : calendar.freedBy(start),
                    exact,
                    refusals,
                    Optional.ofNullable(last),
                    notBefore());
        }
        if (exact && last != null) {
            return new Start(
                    last.why(),
                    Optional.empty(),
                    Optional.empty(),
                    Start.FreedBy.NOTHING,
                    true,
                    refusals,
                    Optional.of(last),
                    notBefore());
        }
        return open(meter.stopped() == null ? StopReason.STEPS : meter.stopped());
    }

    /** {@return a moment before which the group does not start; if it never does, the last} */
    private long known(long notBefore) {
        if (precedent == null) {
            return notBefore;
        }
        return precedent.start() == Times.NEVER ? calendar.last(notBefore) : precedent.start();
    }

    private Optional<GroupRef> notBefore() {
        return Optional.ofNullable(precedent).map(known -> known.group().root());
    }

    private Start open(StopReason why) {
        Verdict verdict = open != null
                ? open
                : new Verdict.Undetermined(
                        group.question().about(), 0, group.question().packing().pods(), why, "", 0);
        return new Start(
                verdict,
                Optional.empty(),
                Optional.empty(),
                Start.FreedBy.NOTHING,
                false,
                refusals,
                Optional.ofNullable(last),
                notBefore());
    }

    private Optional<Instant> instant(long moment) {
        return moment == Times.NEVER
                ? Optional.empty()
                : Optional.of(calendar.times().at(moment));
    }

    /** {@return the first moment at which the group fits, or -1} */
    private int first() {
        int end = moments.length - 1;
        int next = 0;
        while (next <= end) {
            int first = firstThatMay(next, end);
            refuse(next, first - 1);
            if (first > end) {
                return -1;
            }
            if (fitsAt(first)) {
                return first;
            }
            next = first + 1;
            // The count lets pass what does not fit: longer and longer stretches are asked about.
            int to = Math.min(end, next + 1);
            while (next <= end && isRefused(next, to)) {
                int length = to - next + 1;
                next = to + 1;
                to = Math.min(end, next + 2 * length - 1);
            }
            if (next <= end) {
                first = first(next, to);
                if (first >= 0) {
                    return first;
                }
                next = to + 1;
            }
        }
        return -1;
    }

    /**
     * {@return a moment before which the count lets none of these pass, and which it may let pass; if it lets none
     * pass, the one after the last}
     *
     * <p>Looked for in longer and longer stretches, as it is often near.
     */
    private int firstThatMay(int from, int to) {
        int low = from;
        int high = from;
        while (low <= to && !mayFit(low, high)) {
            int length = high - low + 1;
            low = high + 1;
            high = Math.min(to, low + 2 * length - 1);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mayFit(low, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** {@return whether the places may be enough at some of these moments} */
    private boolean mayFit(int from, int to) {
        if (places == null || relaxed == null) {
            return true;
        }
        int looked = calendar.ledger()
                .look(relaxed.packing().nodes(), asked, moments[from], moments[to], group.lasting(), places.begin());
        meter.trySpend(looked);
        return places.areEnough();
    }

    /** Proves of moments which the count does not let pass that the group fits at none: all at once, if it can. */
    private void refuse(int from, int to) {
        if (from > to) {
            return;
        }
        if (meter.isOver()) {
            exact = false;
        } else if ((from == to || mayFit(from, to)) || !isRefused(from, to)) {
            if (from == to) {
                fitsAt(from);
                return;
            }
            int middle = (from + to) >>> 1;
            refuse(from, middle);
            refuse(middle + 1, to);
        }
    }

    /** {@return the first moment of some at which the group fits, of which one proof does not settle all; or -1} */
    private int first(int from, int to) {
        if (meter.isOver()) {
            exact = false;
            return -1;
        }
        if (from == to) {
            return fitsAt(from) ? from : -1;
        }
        int middle = (from + to) >>> 1;
        int first = isRefused(from, middle) ? -1 : first(from, middle);
        return first >= 0 ? first : first(middle + 1, to);
    }

    /** {@return whether it is proved that the group fits at none of some moments} */
    private boolean isRefused(int from, int to) {
        if (relaxed == null || meter.isOver()) {
            return false;
        }
        GroupQuestion question = within(relaxed, from, to);
        return question.answer(meter.part(PARTS)) instanceof Verdict.Infeasible no && refused(from, to, no);
    }

    private GroupQuestion within(GroupQuestion question, int from, int to) {
        meter.trySpend(price(question));
        return question.withRoom(
                (resources, now) -> calendar.ledger().room(now, asked, moments[from], moments[to], group.lasting()));
    }

    /** {@return about what it costs to look at all nodes over time} */
    private static long price(GroupQuestion question) {
        return question.snapshot().nodes();
    }

    private boolean refused(int from, int to, Verdict.Infeasible no) {
        refusals++;
        last = new Start.Refusal(
                calendar.times().at(moments[from]),
                to + 1 < moments.length ? Optional.of(calendar.times().at(moments[to + 1])) : Optional.empty(),
                no);
        proofs.accept(last);
        return true;
    }

    private boolean fitsAt(int moment) {
        if (meetsOthers && isRefused(moment, moment)) {
            return false;
        }
        if (meter.isOver()) {
            exact = false;
            return false;
        }
        GroupQuestion question = meetsOthers ? later(moments[moment]) : within(group.question(), moment, moment);
        Verdict verdict = question.answer(meter.part(PARTS));
        if (verdict instanceof Verdict.Infeasible no) {
            refused(moment, moment, no);
        } else if (verdict instanceof Verdict.Feasible yes && staysOutOfTheWay(moments[moment], yes)) {
            found = yes;
            return true;
        } else {
            exact = false;
            open = verdict instanceof Verdict.Undetermined undetermined ? undetermined : open;
        }
        return false;
    }

    /** {@return the question at a moment, with what is free from then on while the group runs} */
    private GroupQuestion later(long moment) {
        ClusterSnapshot then = at(moment, group, null);
        return group.question().on(then).withRoom((resources, free) -> {
            PackingNodes now = calendar.now().packingNodes(resources);
            long[] nothing = new long[resources.size()];
            Arrays.fill(nothing, Long.MIN_VALUE);
            PackingNodes least = calendar.ledger()
                    .room(now, calendar.ledger().asked(resources, nothing), moment, moment, group.lasting());
            return less(free, then.packingNodes(resources), least);
        });
    }

    /** {@return what is free, less what one of two columns has more than the other} */
    private static PackingNodes less(PackingNodes free, PackingNodes then, PackingNodes least) {
        long[][] columns = new long[free.resources()][];
        for (int r = 0; r < columns.length; r++) {
            columns[r] = free.column(r).clone();
            for (int n = 0; n < columns[r].length; n++) {
                columns[r][n] = Ledger.sum(columns[r][n], Ledger.sum(least.free(r, n), -then.free(r, n)));
            }
        }
        return PackingNodes.of(free.count(), columns);
    }

    private ClusterSnapshot at(long moment, QueuedGroup asked, Calendar.@Nullable Placed more) {
        ClusterSnapshot then = calendar.at(moment, asked, more);
        meter.trySpend(CHANGED_POD * Math.abs(calendar.now().pods() - then.pods()));
        return then;
    }

    /** {@return whether each group that starts while this one runs still can, where it was placed} */
    private boolean staysOutOfTheWay(long start, Verdict.Feasible answer) {
        long end = calendar.times().after(start, group.lasting());
        Calendar.Placed own = new Calendar.Placed(group, start, end, answer.placement());
        List<Calendar.Placed> later = calendar.placed().stream()
                .filter(each -> start < each.start() && each.start() < end)
                .filter(each -> !each.group().looksAtRoomAlone() || !group.looksAtRoomAlone())
                .toList();
        for (Calendar.Placed each : later) {
            if (each.group().question().asksForClaims() && group.question().asksForClaims()) {
                return false;
            }
            ClusterSnapshot then = at(each.start(), each.group(), own);
            if (each.group()
                    .question()
                    .on(then)
                    .objectionTo(each.placement(), meter)
                    .isPresent()) {
                return false;
            }
        }
        return true;
    }
}
