package io.github.workload4j.gang.timetable;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.eligibility.PodRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known to happen: running pods end, reservations begin and end, groups start and end. Mutable. */
final class Calendar {

    /**
     * A group with its place in time.
     *
     * @param group the group
     * @param start when it starts
     * @param end when it has ended
     * @param placement where its pods go
     */
    record Placed(QueuedGroup group, long start, long end, List<Assignment> placement) {}

    /** What ends at one moment. */
    private static final class Ending {

        private final List<Pod> pods = new ArrayList<>();
        private final List<String> reservations = new ArrayList<>();
        private final List<GroupRef> groups = new ArrayList<>();
    }

    private final ClusterSnapshot snapshot;
    private final Times times;
    private final Ledger ledger;
    private final TreeMap<Long, Ending> endings = new TreeMap<>();
    private final Moments ends = new Moments();
    private final List<Placed> placed = new ArrayList<>();
    private boolean repels;
    private final List<Pod> overdue = new ArrayList<>();
    private final List<Overbooked> overbooked = new ArrayList<>();

    /**
     * A calendar of what an outlook says.
     *
     * @param resources those that groups ask and reservations take
     */
    Calendar(ClusterSnapshot snapshot, Outlook outlook, Iterable<String> resources) {
        this.snapshot = snapshot;
        this.times = new Times(outlook.now());
        this.ledger = new Ledger(resources, snapshot.nodes());
        for (int n = 0; n < snapshot.nodes(); n++) {
            for (Pod pod : snapshot.podsOn(n)) {
                long end = outlook.ends().apply(pod).map(times::of).orElse(Times.NEVER);
                if (end <= 0) {
                    overdue.add(pod);
                } else if (end != Times.NEVER) {
                    ending(end).pods.add(pod);
                    ledger.free(n, end, Times.NEVER, taken(pod));
                }
            }
        }
        outlook.reservations().forEach(this::reserve);
    }

    private Ending ending(long moment) {
        ends.add(moment);
        return endings.computeIfAbsent(moment, m -> new Ending());
    }

    private void reserve(Reservation reservation) {
        long from = Math.max(0, times.of(reservation.from()));
        long until = times.of(reservation.until());
        reservation.taken().forEach((node, amounts) -> {
            int at = snapshot.indexOf(node);
            if (at < 0) {
                throw new IllegalArgumentException("reservations: node " + node + " of reservation "
                        + reservation.name() + " is not in the snapshot");
            }
            if (until > from) {
                ledger.take(at, from, until, ledger.amounts(amounts));
                amounts.forEach((resource, amount) -> {
                    if (amount > 0) {
                        look(reservation, node, resource, from, until);
                    }
                });
            }
        });
        if (until > from && until != Times.NEVER) {
            ending(until).reservations.add(reservation.name());
        }
    }

    /** Looks whether a reservation that was just made takes more than there is. */
    private void look(Reservation reservation, String node, String resource, long from, long until) {
        int at = snapshot.indexOf(node);
        long now = snapshot.packingNodes(List.of(resource)).free(0, at);
        NodeLine.Low low = ledger.below(at, resource, now, from, until);
        if (low != null) {
            long missing = -Math.max(Ledger.sum(now, low.least()), -Long.MAX_VALUE);
            overbooked.add(new Overbooked(reservation.name(), node, resource, times.at(low.from()), missing));
        }
    }

    private long[] taken(Pod pod) {
        Map<String, Long> amounts = PodRequest.amounts(pod);
        amounts.put(PodRequest.SLOTS, 1L);
        return ledger.amounts(amounts);
    }

    /** {@return what is free over time} */
    Ledger ledger() {
        return ledger;
    }

    Times times() {
        return times;
    }

    /** {@return the snapshot as it is now} */
    ClusterSnapshot now() {
        return snapshot;
    }

    /** {@return pods on nodes that should have ended} */
    List<Pod> overdue() {
        return overdue;
    }

    /** {@return reservations that take more than nodes have} */
    List<Overbooked> overbooked() {
        return overbooked;
    }

    /** {@return whether a group that has its place keeps others away} */
    boolean repels() {
        return repels;
    }

    /** {@return the groups that have their place, in the order of the queue} */
    List<Placed> placed() {
        return placed;
    }

    /**
     * {@return the moments, in order, of which one is the first at which a group can start: this one, and those after
     * it at which something ends}
     *
     * @param starting whether also those at which a group starts
     */
    long[] moments(long notBefore, boolean starting) {
        Moments all = ends.from(notBefore);
        all.add(notBefore);
        if (starting) {
            placed.stream().filter(each -> each.start > notBefore).forEach(each -> all.add(each.start));
        }
        return all.toArray();
    }

    /** {@return the last moment at which something ends, or this one if that is later} */
    long last(long notBefore) {
        return endings.isEmpty() ? notBefore : Math.max(notBefore, endings.lastKey());
    }

    /** Gives a group its place. */
    void put(Placed one) {
        Map<String, long[]> requests = new HashMap<>();
        for (NamedPodClass kind : one.group.question().podClasses()) {
            Map<String, Long> amounts = new HashMap<>(kind.request());
            amounts.put(PodRequest.SLOTS, 1L);
            long[] taken = ledger.amounts(amounts);
            kind.pods().forEach(pod -> requests.put(pod.metadata().qualifiedName(), taken));
        }
        for (Assignment each : one.placement) {
            long[] taken = requests.get(each.namespace() + "/" + each.pod());
            if (taken != null) {
                ledger.take(snapshot.indexOf(each.node()), one.start, one.end, taken);
            }
        }
        placed.add(one);
        repels |= one.group.repels();
        if (one.end != Times.NEVER) {
            ending(one.end).groups.add(one.group.root());
        }
    }

    /** {@return the pods of a group that run and end} */
    boolean hasEndingPods(QueuedGroup group) {
        return group.question().about().members().running() > 0
                && endings.values().stream().anyMatch(each -> each.pods.stream().anyMatch(group::owns));
    }

    /** Lets the running pods of a group stay ({@code true}), or end when they do. */
    void keep(QueuedGroup group, boolean stay) {
        endings.forEach((moment, each) -> each.pods.stream().filter(group::owns).forEach(pod -> {
            int node = snapshot.indexOf(pod.spec().nodeName());
            if (stay) {
                ledger.take(node, moment, Times.NEVER, taken(pod));
            } else {
                ledger.free(node, moment, Times.NEVER, taken(pod));
            }
        }));
    }

    /** {@return what ends at a moment} */
    Start.FreedBy freedBy(long moment) {
        Ending ending = endings.get(moment);
        return ending == null
                ? Start.FreedBy.NOTHING
                : new Start.FreedBy(
                        ending.pods.stream()
                                .map(pod -> pod.metadata().qualifiedName())
                                .toList(),
                        ending.reservations,
                        ending.groups);
    }

    /**
     * {@return the cluster as a group meets it that starts at a moment: without what has ended, with what has started}
     *
     * @param asked the group, whose own running pods stay
     * @param more one more group that has a place, or null
     */
    ClusterSnapshot at(long moment, QueuedGroup asked, @Nullable Placed more) {
        List<ApiObject> gone = new ArrayList<>();
        endings.headMap(moment, true)
                .values()
                .forEach(each ->
                        each.pods.stream().filter(pod -> !asked.owns(pod)).forEach(gone::add));
        List<Assignment> there = new ArrayList<>();
        for (Placed each : placed) {
            if (each.group == asked) {
                break;
            }
            if (each.start <= moment && moment < each.end) {
                there.addAll(each.placement);
            }
        }
        placed.stream()
                .dropWhile(each -> each.group != asked)
                .skip(1)
                .filter(each -> each.start < moment && moment < each.end)
                .forEach(each -> there.addAll(each.placement));
        if (more != null && more.start < moment && moment < more.end) {
            there.addAll(more.placement);
        }
        return snapshot.with(new SnapshotDifference(List.of(), gone)).withPlaced(there);
    }
}
