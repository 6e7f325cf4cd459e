package io.github.workload4j.gang.question;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
    private final String key;
    private final WorkMeter meter;
    private final WorkMeter looking;
    private final Preference preference;
    private final Domains domains;
    private final long before;

    /** What a domain has, by measure: pods of each class, pods in all, units of each resource; and what is needed. */
    private final long[][] has;

    private final long[] needs;
    private final long[] room;

    /** The domains in the order in which they are tried, and by place the most of each measure from there on. */
    private final Integer[] order;

    private final long[][] most;

    /** By domain, one that stands for all whose nodes are alike. */
    private final int[] alike;

    private final Verdict.Feasible first;
    private Verdict.Feasible best;
    private @Nullable BitSet chosen;
    private long leastRoom = Long.MAX_VALUE;

    /** Whether some set was neither found to hold the pods nor refuted. */
    private boolean open;

    private int asked;

    DomainChoice(GroupQuestion question, Verdict.Feasible verdict, String key, WorkMeter meter, Preference preference) {
        this.question = question;
        this.key = key;
        this.meter = meter;
        this.looking = meter.part(1, MOST_STEPS);
        this.preference = preference;
        this.domains = question.classes().domains(key);
        this.before = meter.spent();
        this.first = verdict;
        this.best = verdict;
        Packing packing = question.packing();
        int count = domains.values().size();
        int classes = packing.classes().size();
        this.has = new long[count][classes + 1 + packing.nodes().resources()];
        this.needs = needs(packing);
        this.room = new long[count];
        Map<String, Integer> known = new TreeMap<>();
        List<List<String>> kinds = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            kinds.add(new ArrayList<>());
        }
        for (int n = 0; n < packing.nodes().count(); n++) {
            int d = domains.of()[n];
            if (d >= 0) {
                kinds.get(d).add(add(packing, n, has[d]));
            }
        }
        this.alike = new int[count];
        for (int d = 0; d < count; d++) {
            long total = 0;
            for (int c = 0; c < classes; c++) {
                room[d] += has[d][c];
                total += Math.min(has[d][c], packing.classes().get(c).count());
            }
            has[d][classes] = total;
            kinds.get(d).sort(Comparator.naturalOrder());
            Integer same = isPlain(packing) ? known.putIfAbsent(kinds.get(d).toString(), d) : null;
            alike[d] = same == null ? d : same;
        }
        this.order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingLong(d -> room[d]).thenComparing(d -> alike[d]));
        this.most = new long[count + 1][needs.length];
        for (int at = count - 1; at >= 0; at--) {
            for (int m = 0; m < needs.length; m++) {
                most[at][m] = Math.max(most[at + 1][m], has[order[at]][m]);
            }
        }
    }

    /** Whether nothing but what is free and who may use it tells nodes apart. */
    private boolean isPlain(Packing packing) {
        return !question.isOrdered()
                && !packing.hasRows()
                && packing.conflicts().stream().allMatch(conflict -> conflict.domainOf() == null)
                && question.groups().stream().allMatch(group -> group.topologyKey() == null)
                && question.classes().devices() == null
                && question.classes().volumes() == null;
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

    /** Adds what a node has to what its domain has, and returns in words what it is like. */
    private String add(Packing packing, int node, long[] to) {
        StringBuilder kind = new StringBuilder();
        int classes = packing.classes().size();
        meter.trySpend(1 + (long) classes * packing.nodes().resources() / 8);
        for (int c = 0; c < classes; c++) {
            PodClass podClass = packing.classes().get(c);
            long held = podClass.mayUse(node) ? Math.min(podClass.count(), podClass.maxPerNode()) : 0;
            for (int r = 0; r < packing.nodes().resources() && held > 0; r++) {
                long asked = podClass.request()[r];
                held = asked > 0 ? Math.min(held, Math.max(0, packing.nodes().free(r, node) / asked)) : held;
            }
            to[c] += held;
            kind.append(held).append(' ');
        }
        for (int r = 0; r < packing.nodes().resources(); r++) {
            long free = Math.max(0, packing.nodes().free(r, node));
            long sum = to[classes + 1 + r] + free;
            to[classes + 1 + r] = sum < 0 ? Long.MAX_VALUE : sum;
            kind.append(free).append(' ');
        }
        return kind.toString();
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
                look(0, k, new BitSet(), new long[needs.length], 0);
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
        return new FewestDomains(key, values, Math.max(1, atLeast), tightest, best);
    }

    /** Finds the fewest domains that do among those with the most room, so that there is something to start from. */
    private void reach(int least) {
        int low = least - 1;
        int high = chosen == null ? domains.values().size() + 1 : chosen.cardinality();
        for (int step = 1; low + step < high; step *= 2) {
            if (doRoomiest(low + step)) {
                high = low + step;
                break;
            }
            low += step;
        }
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (doRoomiest(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    private boolean doRoomiest(int k) {
        BitSet inside = new BitSet();
        for (int at = order.length - k; at < order.length; at++) {
            inside.set(order[at]);
        }
        boolean wasOpen = open;
        boolean holds = ask(inside);
        open = wasOpen;
        return holds;
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
        leastRoom = inside.stream().mapToLong(d -> room[d]).sum();
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
            long[] sorted =
                    Arrays.stream(has).mapToLong(own -> own[measure]).sorted().toArray();
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

    /** Tries all sets of {@code k} further domains from a place on. */
    private void look(int from, int k, BitSet inside, long[] sums, long roomSoFar) {
        if (k == 0) {
            if (++asked > MOST_ASKED) {
                throw WorkMeter.stop(StopReason.STEPS);
            }
            ask(inside);
            return;
        }
        for (int at = from; at + k <= order.length; at++) {
            looking.spend(1L + k + needs.length);
            int d = order[at];
            if (at > from && alike[d] == alike[order[at - 1]]) {
                continue;
            }
            long least = roomSoFar;
            for (int next = at; next < at + k; next++) {
                least += room[order[next]];
            }
            if (least >= leastRoom) {
                return;
            }
            boolean enough = true;
            long[] with = sums.clone();
            for (int m = 0; m < needs.length; m++) {
                with[m] = Math.min(needs[m], with[m] + Math.min(needs[m], has[d][m]));
                long missing = needs[m] - with[m];
                enough &= missing == 0 || k > 1 && (missing - 1) / (k - 1) < most[at + 1][m];
            }
            if (enough) {
                inside.set(d);
                look(at + 1, k - 1, inside, with, roomSoFar + room[d]);
                inside.clear(d);
            }
        }
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
        StopReason over = meter.isOver() ? meter.stopped() : null;
        if (over != null) {
            throw WorkMeter.stop(over);
        }
        return holds;
    }
}
