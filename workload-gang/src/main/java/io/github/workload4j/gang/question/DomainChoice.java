package io.github.workload4j.gang.question;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.gang.search.bound.NodePoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
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

    /** Most measures that are added, and most points of a pod in them. */
    private static final int MOST_CUTS = 16;

    private static final long MOST_POINTS = 1L << 30;

    private final GroupQuestion question;
    private final DomainRooms rooms;
    private final Domains domains;
    private final WorkMeter meter;
    private final WorkMeter looking;
    private final Preference preference;
    private final long before;

    private final DomainMeasures measures;

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
        this.measures = new DomainMeasures(rooms, question.packing(), verdict.placed());
        meter.trySpend(rooms.steps);
    }

    FewestDomains choose() {
        use(first);
        int atLeast = measures.atLeast();
        boolean tightest = false;
        try {
            if (isTightestSum(atLeast)) {
                return chosen(atLeast, true);
            }
            int least = cut(atLeast);
            atLeast = least;
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
                look(0, k, new BitSet(), new long[k + 1][measures.count()], 0);
                if (chosen != null && chosen.cardinality() <= k) {
                    tightest = open == wasOpen;
                    break;
                }
            }
        } catch (WorkMeter.Stopped spent) {
            tightest = false;
        }
        return chosen(atLeast, tightest);
    }

    private FewestDomains chosen(int atLeast, boolean tightest) {
        List<String> values = chosen == null
                ? List.of()
                : chosen.stream().mapToObj(domains.values()::get).sorted().toList();
        return new FewestDomains(rooms.key, values, Math.max(1, atLeast), tightest, best);
    }

    /**
     * Asks about as many domains as are needed at least, those that have the most: either they hold the pods, or points
     * of the proof that they do not are one more measure (Benders' cuts).
     *
     * @return how many domains are needed by all measures
     */
    private int cut(int least) {
        if (!rooms.isPlain || first.placed() != question.packing().pods()) {
            return least;
        }
        int needed = least;
        BitSet tried = new BitSet();
        BitSet next = roomiest(Math.min(needed, rooms.order.length));
        for (int cuts = 0; cuts < MOST_CUTS && needed < used() && !next.equals(tried); cuts++) {
            Packing packing = excerpt(next);
            PackingAnswer answer = PackingSearch.answer(packing, meter.part(4));
            requireMore();
            if (answer instanceof PackingAnswer.Fits fits && fits.pods() >= first.placed()) {
                doHold(next);
                return needed;
            }
            long[] points = answer instanceof PackingAnswer.DoesNotFit no ? points(no.certificate()) : null;
            if (points == null) {
                return needed;
            }
            tried = next;
            int measure = measures.count();
            measures.add(rooms.sums(NodePoints.of(question.packing(), points, meter)), needed(points));
            needed = Math.max(needed, measures.atLeast(measure));
            next = mostOf(measure, Math.min(needed, rooms.order.length));
        }
        return needed;
    }

    private int used() {
        return chosen == null ? rooms.order.length + 1 : chosen.cardinality();
    }

    /** {@return the points of a proof by class of the question; null if there is more to it} */
    private long @Nullable [] points(Certificate certificate) {
        if (!(certificate instanceof Weights weights
                && weights.prices().isEmpty()
                && weights.sharedPoints().stream().allMatch(shared -> shared == 0))) {
            return null;
        }
        List<Integer> classes = new ArrayList<>();
        addClasses(question.packing().root(), classes);
        long[] points = new long[question.packing().classes().size()];
        for (int i = 0; i < classes.size(); i++) {
            points[classes.get(i)] = weights.points().get(i);
            if (points[classes.get(i)] > MOST_POINTS) {
                return null;
            }
        }
        return points;
    }

    /** The classes in the order of an excerpt. */
    private static void addClasses(PackingGroup group, List<Integer> classes) {
        classes.addAll(group.classes());
        group.children().forEach(child -> addClasses(child, classes));
    }

    private long needed(long[] points) {
        long needed = 0;
        for (int c = 0; c < points.length; c++) {
            needed += points[c] * question.packing().classes().get(c).count();
        }
        return needed;
    }

    /** {@return the domains that have the most of a measure} */
    private BitSet mostOf(int measure, int k) {
        BitSet inside = new BitSet();
        Arrays.stream(rooms.order)
                .sorted(Comparator.comparingLong((Integer d) -> -measures.has[d][measure]))
                .limit(k)
                .forEach(inside::set);
        return inside;
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
     * Whether the best set is the tightest of so many by the sum of its rooms alone, or is now: no sum below it is
     * enough for all pods, or the smallest that is belongs to a set that holds them. Of several classes, each counted
     * alone, rooms add up to more than pods find.
     */
    private boolean isTightestSum(int k) {
        if (question.packing().classes().size() > 1 || k > Math.min(used(), rooms.order.length)) {
            return false;
        }
        try {
            boolean fewer = k < used();
            BitSet roomiest = fewer ? roomiest(k) : new BitSet();
            long below = fewer ? roomOf(roomiest) : leastRoom;
            BitSet inside = TightestSum.of(rooms.room, k, first.placed(), below, meter.part(1, MOST_STEPS));
            return inside == null ? !fewer || doHold(roomiest) : doHold(inside);
        } catch (WorkMeter.Stopped tooMany) {
            return false;
        }
    }

    private long roomOf(BitSet inside) {
        return inside.stream().mapToLong(d -> rooms.room[d]).sum();
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
        meter.spend(nodes.length);
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
        String last = "";
        for (Assignment each : answer.placement()) {
            if (!each.node().equals(last)) {
                last = each.node();
                int domain = domains.of()[question.snapshot().indexOf(last)];
                if (domain < 0) {
                    return;
                }
                inside.set(domain);
            }
        }
        chosen = inside;
        leastRoom = roomOf(inside);
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
            looking.spend(1L + k + measures.count());
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
            for (int m = 0; m < measures.count(); m++) {
                sums[k - 1][m] = with(m, d, sums[k]);
            }
            inside.set(d);
            look(at + 1, k - 1, inside, sums, roomSoFar + rooms.room[d]);
            inside.clear(d);
        }
    }

    /** Whether the domain at a place and further ones after it, {@code k} in all, may have what is needed. */
    private boolean mayDo(int at, int k, long[] sums) {
        // From the last, as those that were added refute most.
        for (int m = measures.count() - 1; m >= 0; m--) {
            long missing = measures.needs[m] - with(m, rooms.order[at], sums);
            if (missing > 0 && (k == 1 || (missing - 1) / (k - 1) >= measures.most[at + 1][m])) {
                return false;
            }
        }
        return true;
    }

    private long with(int measure, int domain, long[] sums) {
        long need = measures.needs[measure];
        return Math.min(need, sums[measure] + Math.min(need, measures.has[domain][measure]));
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
