package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Places pods whose claims are told apart by the volumes that serve them: first those that have the fewest to choose
 * from, each on the first node that takes it. For a pod that is left, others are moved: it takes the place of one that
 * takes the place of another, and so on, to one that finds a place. What is found is an answer; what is not says
 * nothing.
 */
public final class VolumeFill {

    /** As many kinds share volumes at most where columns and rows say all there is to say. */
    private static final int FEW_KINDS = 6;

    /** Domains of the group that are tried, most. */
    private static final int MOST_DOMAINS = 16;

    /** Words of supplies that are looked at in a step. */
    private static final int LOOKS_IN_A_STEP = 16;

    private final OrderedPacking question;
    private final Packing packing;
    private final WorkMeter work;
    private final Board board;
    private final long[] among;
    private final Map<Integer, List<Integer>> on = new HashMap<>();

    /** A pod that is to leave a node, or is nowhere yet (-1), for another one that wants its place. */
    private record Move(int podClass, int from, @Nullable Move by) {}

    private VolumeFill(OrderedPacking question, long[] among, WorkMeter work) {
        this.question = question;
        this.packing = question.relaxed();
        this.work = work;
        this.board = new Board(question);
        this.among = among;
    }

    /** {@return an answer, if possible one that places all; empty if none is found, or volumes are a small matter} */
    public static List<Step> of(OrderedPacking question, WorkMeter work) {
        VolumeRule rule = question.volumes();
        if (rule == null || rule.kinds().size() <= FEW_KINDS) {
            return List.of();
        }
        List<Step> best = List.of();
        for (BitSet among : domains(question)) {
            if (best.size() < question.relaxed().pods() && !work.isOver()) {
                List<Step> found = new VolumeFill(
                                question, bits(among, question.relaxed().nodes().count()), work)
                        .fill(rule);
                best = found.size() > best.size() ? found : best;
            }
        }
        return best;
    }

    /** {@return all nodes; or, if the group is to be in one domain, those of each, the largest first} */
    private static List<BitSet> domains(OrderedPacking question) {
        int[] domainOf = question.relaxed().root().domainOf();
        Map<Integer, BitSet> domains = new HashMap<>();
        for (int n = 0; n < question.relaxed().nodes().count(); n++) {
            if (domainOf == null || domainOf[n] >= 0) {
                domains.computeIfAbsent(domainOf == null ? 0 : domainOf[n], d -> new BitSet())
                        .set(n);
            }
        }
        return domains.values().stream()
                .sorted(Comparator.comparingInt(BitSet::cardinality).reversed())
                .limit(MOST_DOMAINS)
                .toList();
    }

    private static long[] bits(BitSet nodes, int count) {
        return Arrays.copyOf(nodes.toLongArray(), count + 63 >> 6);
    }

    private List<Step> fill(VolumeRule rule) {
        List<Integer> left = new ArrayList<>();
        long[] notFull = among.clone();
        for (int c : scarcestFirst(rule)) {
            PodClass podClass = packing.classes().get(c);
            int pods = podClass.count();
            long[] open = Arrays.stream(rule.own()[c]).anyMatch(this::isMadeNowhere) ? notFull : among;
            while (pods > 0 && placeByVolume(rule, c)) {
                pods--;
            }
            for (int n = next(podClass, 0, open); n >= 0 && pods > 0; n = next(podClass, n + 1, open)) {
                for (; pods > 0 && fits(c, n); pods--) {
                    place(c, n);
                }
                if (board.isFullForGood(n)) {
                    notFull[n >> 6] &= ~(1L << (n & 63));
                }
                if (work.stopped() != null) {
                    return List.of();
                }
            }
            for (; pods > 0; pods--) {
                left.add(c);
            }
        }
        if (!left.isEmpty() && couldAll()) {
            for (int c : left) {
                if (!exchange(c)) {
                    break;
                }
            }
        }
        List<Placed> placement = new ArrayList<>();
        on.forEach((node, classes) -> classes.forEach(c -> placement.add(new Placed(c, node, 1))));
        return new GreedyFill(question, work).inOrder(placement);
    }

    /** {@return whether a pod whose only claim takes a volume that is left was placed where one is} */
    private boolean placeByVolume(VolumeRule rule, int c) {
        if (rule.own()[c].length != 1 || rule.shared()[c].length > 0 || !isMadeNowhere(rule.own()[c][0])) {
            return false;
        }
        int kind = rule.own()[c][0];
        for (int s = board.nextLeft(kind, 0); s >= 0; s = board.nextLeft(kind, s + 1)) {
            long[] reach = rule.supplies().get(s).reach();
            long[] there = among.clone();
            for (int w = 0; w < there.length; w++) {
                there[w] &= reach[w];
            }
            for (int n = next(packing.classes().get(c), 0, there);
                    n >= 0;
                    n = next(packing.classes().get(c), n + 1, there)) {
                if (fits(c, n)) {
                    place(c, n);
                    return true;
                }
                if (work.stopped() != null) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean isMadeNowhere(int kind) {
        VolumeRule rule = question.volumes();
        return rule != null
                && !VolumeRule.meet(
                        rule.kinds().get(kind).made(), rule.kinds().get(kind).made());
    }

    private Iterable<Integer> scarcestFirst(VolumeRule rule) {
        Map<long[], Integer> counted = new IdentityHashMap<>();
        int[] volumes = new int[rule.own().length];
        List<Integer> order = new GreedyFill(question, work).largestFirst();
        for (int c : order) {
            volumes[c] = Integer.MAX_VALUE;
            for (int kind : rule.own()[c]) {
                volumes[c] = Math.min(volumes[c], volumes(rule, kind, counted));
            }
            for (int claim : rule.shared()[c]) {
                volumes[c] = Math.min(volumes[c], volumes(rule, rule.sharedKinds()[claim], counted));
            }
        }
        order.sort(Comparator.comparingInt(c -> volumes[c]));
        return order;
    }

    private static int volumes(VolumeRule rule, int kind, Map<long[], Integer> counted) {
        return counted.computeIfAbsent(
                rule.kinds().get(kind).supplies(),
                supplies -> BitSet.valueOf(supplies).stream()
                        .map(s -> rule.supplies().get(s).count())
                        .sum());
    }

    /** {@return the first node from one on, among some, that a class may use; or -1} */
    private static int next(PodClass podClass, int from, long[] among) {
        long[] eligible = podClass.eligible();
        for (int w = from >> 6; w < among.length; w++) {
            long word = among[w] & (eligible == null ? -1L : eligible[w]) & (w == from >> 6 ? -1L << from : -1L);
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return -1;
    }

    private boolean fits(int c, int node) {
        return work.trySpend(1 + board.looks() / LOOKS_IN_A_STEP) && board.fits(c, node);
    }

    private void place(int c, int node) {
        board.place(c, node);
        on.computeIfAbsent(node, n -> new ArrayList<>()).add(c);
    }

    private void takeBack(int c, int node) {
        board.takeBack(c, node);
        on.getOrDefault(node, new ArrayList<>()).remove((Integer) c);
    }

    /** {@return whether no limit says that not all pods can be placed} */
    private boolean couldAll() {
        for (SharedLimit limit : packing.limits()) {
            long all = 0;
            boolean everywhere =
                    Arrays.stream(limit.nodes()).mapToInt(Long::bitCount).sum()
                            == packing.nodes().count();
            for (int c = 0; everywhere && c < limit.amounts().length; c++) {
                all += limit.amounts()[c] * packing.classes().get(c).count();
            }
            if (all > limit.atMost()) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a pod was placed, others moved for it} */
    private boolean exchange(int podClass) {
        Set<Long> seen = new HashSet<>();
        Deque<Move> next = new ArrayDeque<>();
        next.add(new Move(podClass, -1, null));
        for (Move move = next.poll(); move != null; move = next.poll()) {
            if (move.from() >= 0) {
                takeBack(move.podClass(), move.from());
            }
            PodClass own = packing.classes().get(move.podClass());
            for (int n = next(own, 0, among); n >= 0 && work.stopped() == null; n = next(own, n + 1, among)) {
                if (n != move.from() && fits(move.podClass(), n) && follow(move, n)) {
                    return true;
                }
                for (int other : new TreeSet<>(on.getOrDefault(n, List.of()))) {
                    if (other != move.podClass() && !seen.contains((long) other << 32 | n)) {
                        board.takeBack(other, n);
                        boolean helps = fits(move.podClass(), n);
                        board.place(other, n);
                        if (helps) {
                            seen.add((long) other << 32 | n);
                            next.add(new Move(other, n, move));
                        }
                    }
                }
            }
            if (move.from() >= 0) {
                place(move.podClass(), move.from());
            }
        }
        return false;
    }

    /** Moves a pod that is on no node now to one, the pod that wants its place there, and so on; or nobody. */
    private boolean follow(Move first, int node) {
        List<Move> moved = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        int place = node;
        for (Move move = first; move != null; move = move.by()) {
            if (move != first && move.from() >= 0) {
                takeBack(move.podClass(), move.from());
            }
            if (!board.fits(move.podClass(), place)) {
                if (move != first && move.from() >= 0) {
                    place(move.podClass(), move.from());
                }
                for (int i = moved.size() - 1; i >= 0; i--) {
                    takeBack(moved.get(i).podClass(), to.get(i));
                    if (i > 0 && moved.get(i).from() >= 0) {
                        place(moved.get(i).podClass(), moved.get(i).from());
                    }
                }
                return false;
            }
            place(move.podClass(), place);
            moved.add(move);
            to.add(place);
            place = move.from();
        }
        return true;
    }
}
