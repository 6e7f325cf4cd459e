package io.github.workload4j.gang.question;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest domains that hold the pods of an answer, and of those for the tightest.
 *
 * <p>By depth first over the domains from the least to the most room. A set is left as soon as its sums cannot reach
 * what is needed of a kind of pods, of a resource or in all, or as it has as much room as the best set.
 */
final class DomainChoice {

    /** Most steps to go through sets, beside the questions about them, and most questions. */
    private static final long MOST_STEPS = 2_000_000;

    private static final int MOST_ASKED = 300;

    private final GroupQuestion question;
    private final DomainRooms rooms;
    private final Domains domains;
    private final WorkMeter meter;
    private final WorkMeter looking;
    private final Preference preference;
    private final long before;

    /** What is needed of each measure of the rooms. */
    private final long[] needs;

    private final Verdict.Feasible first;
    private Verdict.Feasible best;
    private @Nullable BitSet chosen;
    private long leastRoom = Long.MAX_VALUE;

    /** Whether some set was neither found to hold the pods nor refuted. */
    private boolean open;

    private int asked;

    DomainChoice(GroupQuestion question, Verdict.Feasible verdict, String key, WorkMeter meter, Preference preference) {
        this.question = question;
        this.rooms = question.rooms(key);
        this.domains = rooms.domains;
        this.meter = meter;
        this.looking = meter.part(1, MOST_STEPS);
        this.preference = preference;
        this.before = meter.spent();
        this.first = verdict;
        this.best = verdict;
        this.needs = needs(question.packing());
        meter.trySpend(rooms.steps);
    }

    /** What has to be placed; classes and resources say nothing unless all pods are. */
    private long[] needs(Packing packing) {
        int classes = packing.classes().size();
        long[] needed = new long[classes + 1 + packing.nodes().resources()];
        needed[classes] = first.placed();
        if (first.placed() == packing.pods()) {
            for (int c = 0; c < classes; c++) {
                PodClass podClass = packing.classes().get(c);
                needed[c] = podClass.count();
                for (int r = 0; r < packing.nodes().resources(); r++) {
                    needed[classes + 1 + r] += podClass.request()[r] * podClass.count();
                }
            }
        }
        return needed;
    }

    FewestDomains choose() {
        use(first);
        int least = atLeast();
        int atLeast = least;
        boolean tightest = false;
        try {
            reach(least);
            int used = chosen == null ? 0 : chosen.cardinality();
            long usedRoom = leastRoom;
            for (int k = least; k <= used; k++) {
                atLeast = open ? atLeast : k;
                boolean wasOpen = open;
                leastRoom = k < used ? Long.MAX_VALUE : usedRoom;
                if (k == used && isTightestSum(k)) {
                    tightest = true;
                    break;
                }
                look(0, k, new BitSet(), new long[k + 1][needs.length], 0);
                if (chosen != null && chosen.cardinality() <= k) {
                    tightest = open == wasOpen;
                    break;
                }
            }
        } catch (WorkMeter.Stopped spent) {
            tightest = false;
        }
        List<String> values = chosen == null
                ? List.of()
                : chosen.stream().mapToObj(domains.values()::get).sorted().toList();
        return new FewestDomains(rooms.key, values, Math.max(1, atLeast), tightest, best);
    }

    /** Finds the fewest domains that do among those with the most room, so that there is something to start from. */
    private void reach(int least) {
        int low = least - 1;
        int high = chosen == null ? domains.values().size() + 1 : chosen.cardinality();
        int before = high;
        for (int step = 1; low + step < high; step *= 2) {
            if (seemToHold(roomiest(low + step))) {
                high = low + step;
                break;
            }
            low += step;
        }
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (seemToHold(roomiest(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        if (high < before) {
            doHold(roomiest(high));
        }
    }

    /**
     * Whether the best set is the tightest of its number by the sum of its rooms alone: as no sum below it is enough
     * for all pods, or as the smallest that is belongs to a set that holds them, which then is the best.
     */
    private boolean isTightestSum(int k) {
        try {
            BitSet inside = TightestSum.of(rooms.room, k, first.placed(), leastRoom, meter.part(1, MOST_STEPS));
            return inside == null || doHold(inside);
        } catch (WorkMeter.Stopped tooMany) {
            return false;
        }
    }

    private BitSet roomiest(int k) {
        BitSet inside = new BitSet();
        for (int at = rooms.order.length - k; at < rooms.order.length; at++) {
            inside.set(rooms.order[at]);
        }
        return inside;
    }

    /** The same of a set of which nothing follows for others if it is neither found to hold the pods nor refuted. */
    private boolean doHold(BitSet inside) {
        boolean wasOpen = open;
        boolean holds = ask(inside);
        open = wasOpen;
        return holds;
    }

    /** Whether a set is worth asking about: by the nodes in it alone, where that is the same. */
    private boolean seemToHold(BitSet inside) {
        if (!rooms.isPlain) {
            return doHold(inside);
        }
        PackingAnswer answer = PackingSearch.answer(excerpt(inside), meter.part(4));
        requireMore();
        return answer instanceof PackingAnswer.Fits fits && fits.pods() >= first.placed();
    }

    /** Whether it is proved of the nodes in a set alone that they do not hold the pods. */
    private boolean isRefuted(BitSet inside) {
        if (!rooms.isPlain) {
            return false;
        }
        Packing packing = excerpt(inside);
        WorkMeter part = meter.part(4);
        PackingAnswer answer = PackingSearch.answer(packing, part);
        boolean refuted = answer instanceof PackingAnswer.DoesNotFit no
                && new PackingChecker(packing, part)
                        .objectionTo(no.certificate(), 1)
                        .isEmpty();
        requireMore();
        return refuted;
    }

    private Packing excerpt(BitSet inside) {
        Packing packing = question.packing();
        int[] nodes = new int[packing.nodes().count()];
        int count = 0;
        for (int n = 0; n < nodes.length; n++) {
            if (domains.of()[n] >= 0 && inside.get(domains.of()[n])) {
                nodes[count++] = n;
            }
        }
        nodes = Arrays.copyOf(nodes, count);
        looking.spend(nodes.length);
        return Excerpt.of(packing, List.of(List.of(packing.root())), nodes).packing();
    }

    private void requireMore() {
        StopReason over = meter.isOver() ? meter.stopped() : null;
        if (over != null) {
            throw WorkMeter.stop(over);
        }
    }

    /** Takes an answer as the best, if all its nodes are in domains. */
    private void use(Verdict.Feasible answer) {
        BitSet inside = new BitSet();
        for (Assignment each : answer.placement()) {
            int domain = domains.of()[question.snapshot().indexOf(each.node())];
            if (domain < 0) {
                return;
            }
            inside.set(domain);
        }
        chosen = inside;
        leastRoom = inside.stream().mapToLong(d -> rooms.room[d]).sum();
        best = answer == first
                ? answer
                : new Verdict.Feasible(
                        answer.about(),
                        answer.placement(),
                        answer.domains(),
                        first.atMost(),
                        first.noMore(),
                        first.steps() + meter.spent() - before);
    }

    /** {@return how many domains are needed by each measure alone} */
    private int atLeast() {
        int atLeast = 1;
        for (int m = 0; m < needs.length; m++) {
            int measure = m;
            long[] sorted = Arrays.stream(rooms.has)
                    .mapToLong(own -> own[measure])
                    .sorted()
                    .toArray();
            long missing = needs[m];
            int number = 0;
            while (missing > 0 && number < sorted.length) {
                number++;
                missing -= Math.min(missing, sorted[sorted.length - number]);
            }
            atLeast = Math.max(atLeast, missing > 0 ? sorted.length + 1 : number);
        }
        return atLeast;
    }

    /**
     * Tries all sets of {@code k} further domains from a place on.
     *
     * @param sums what the domains so far have, at {@code k}
     */
    private void look(int from, int k, BitSet inside, long[][] sums, long roomSoFar) {
        if (k == 0) {
            if (++asked > MOST_ASKED) {
                throw WorkMeter.stop(StopReason.STEPS);
            }
            if (!isRefuted(inside)) {
                ask(inside);
            }
            return;
        }
        for (int at = from; at + k <= rooms.order.length; at++) {
            looking.spend(1L + k + needs.length);
            int d = rooms.order[at];
            if (at > from && rooms.alike[d] == rooms.alike[rooms.order[at - 1]]) {
                continue;
            }
            if (roomSoFar + rooms.roomBefore[at + k] - rooms.roomBefore[at] >= leastRoom) {
                return;
            }
            if (!mayDo(at, k, sums[k])) {
                continue;
            }
            for (int m = 0; m < needs.length; m++) {
                sums[k - 1][m] = with(m, d, sums[k]);
            }
            inside.set(d);
            look(at + 1, k - 1, inside, sums, roomSoFar + rooms.room[d]);
            inside.clear(d);
        }
    }

    /** Whether the domain at a place and further ones after it, {@code k} in all, may have what is needed. */
    private boolean mayDo(int at, int k, long[] sums) {
        for (int m = 0; m < needs.length; m++) {
            long missing = needs[m] - with(m, rooms.order[at], sums);
            if (missing > 0 && (k == 1 || (missing - 1) / (k - 1) >= rooms.most[at + 1][m])) {
                return false;
            }
        }
        return true;
    }

    private long with(int measure, int domain, long[] sums) {
        return Math.min(needs[measure], sums[measure] + Math.min(needs[measure], rooms.has[domain][measure]));
    }

    /** Asks whether as many pods fit into some domains, which then have the least room so far. */
    private boolean ask(BitSet inside) {
        long[] nodes = new long[domains.of().length + 63 >> 6];
        for (int n = 0; n < domains.of().length; n++) {
            if (domains.of()[n] >= 0 && inside.get(domains.of()[n])) {
                nodes[n >> 6] |= 1L << (n & 63);
            }
        }
        Verdict verdict = question.within(nodes).answer(meter.part(4), preference);
        boolean holds = verdict instanceof Verdict.Feasible found && found.placed() >= first.placed();
        if (holds) {
            use((Verdict.Feasible) verdict);
        } else {
            open |= !(verdict instanceof Verdict.Infeasible)
                    && !(verdict instanceof Verdict.Feasible fewer && fewer.isMaximal());
        }
        requireMore();
        return holds;
    }
}
