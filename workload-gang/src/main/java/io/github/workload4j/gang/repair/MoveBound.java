package io.github.workload4j.gang.repair;

import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.repair.MovablePods.Movable;
import io.github.workload4j.gang.search.bound.RequiredWeight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which running pods are of any use, once some are moved already and the group still does not fit.
 *
 * <p>Weights of pods (those of the certificate, and requests) say how much more the nodes must hold than they do: what
 * is missing. What leaves a node lets it hold more, by a knapsack, and must be held elsewhere, where that is known to
 * weigh something: the difference is what the node gains. If some moves do, their nodes gain together what is missing,
 * so that one of the nodes gains its share of it: only such sets of pods of one node need be tried next. Rules between
 * pods are left out but for those of members on one node, so that what is bounded here is bounded with them too.
 */
final class MoveBound {

    /** Weights are below this, so that sums of them stay in range. */
    static final long MOST_WEIGHT = 1L << 40;

    private static final int MOST_LEAVES = 24;
    private static final int MOST_CLASSES = 8;

    /** Pods that leave one node together, and what it gains for each. */
    record Option(List<Movable> pods, double rate) {}

    /**
     * Something that the nodes hold too little of.
     *
     * @param weights by class
     * @param base what each node holds at most; 0 for nodes that do not count
     * @param counts the nodes that count
     * @param missing how much more they must hold together, 1 or more
     */
    private record Lack(long[] weights, long[] base, IntPredicate counts, long missing) {}

    private final MovablePods movable;
    private final Likeness likeness;
    private final WorkMeter meter;
    private final @Nullable NodeWorth worth;
    private final int nodes;
    private final Map<Integer, Integer> classOfShape = new HashMap<>();
    private final Map<Movable, long[]> requests = new HashMap<>();

    /** All of one list are to be met, or, where there are domains, all of the list of one of them. */
    private final List<List<Lack>> alternatives = new ArrayList<>();

    /**
     * Bounds what is to be done about a question that has not the answer yes.
     *
     * @param moved the pods that are moved already, which the question is about too
     */
    MoveBound(
            GroupQuestion question,
            Verdict verdict,
            List<Movable> moved,
            MovablePods movable,
            Likeness likeness,
            WorkMeter meter) {
        this.movable = movable;
        this.likeness = likeness;
        this.meter = meter;
        Packing packing = question.packing();
        this.nodes = packing.nodes().count();
        List<NamedPodClass> kinds = question.podClasses();
        boolean[] isMoved = new boolean[kinds.size()];
        int[] more = new int[isMoved.length];
        for (Movable each : moved) {
            for (int j = 0; j < more.length; j++) {
                String name = kinds.get(j).pods().get(0).metadata().qualifiedName();
                if (each.name().equals(name)) {
                    isMoved[j] = true;
                    classOfShape.putIfAbsent(likeness.of(each), j);
                }
            }
        }
        classOfShape.values().forEach(j -> more[j] = FewestMoves.MOST_MOVES);
        if (packing.resourceBeyondRange().isPresent()) {
            this.worth = null;
            return;
        }
        this.worth = new NodeWorth(question, more, meter);
        List<Lack> everywhere = new ArrayList<>();
        int[] domainOf = domainOf(packing.root(), !moved.isEmpty());
        int domains = domainOf == null ? 0 : Arrays.stream(domainOf).max().orElse(-1) + 1;
        for (int d = 0; d < domains; d++) {
            alternatives.add(new ArrayList<>());
        }
        for (long[] weights : guesses(verdict, worth)) {
            add(worth, weights, node -> true, everywhere);
            for (int d = 0; d < domains; d++) {
                int domain = d;
                long[] own = weights.clone();
                for (int j = 0; j < own.length; j++) {
                    own[j] = isMoved[j] ? 0 : own[j];
                }
                add(worth, own, node -> domainOf[node] == domain, alternatives.get(d));
            }
        }
        if (domains == 0) {
            alternatives.add(everywhere);
        } else {
            alternatives.forEach(lacks -> lacks.addAll(everywhere));
        }
    }

    /** {@return the domains of the group that is asked about, which is the first beside pods that are moved} */
    private static int @Nullable [] domainOf(PackingGroup root, boolean isBeside) {
        return isBeside ? root.children().get(0).domainOf() : root.domainOf();
    }

    private static List<long[]> guesses(Verdict verdict, NodeWorth worth) {
        long[][] request = worth.reduced.request;
        int classes = request.length;
        Set<List<Long>> guesses = new LinkedHashSet<>();
        if (verdict instanceof Verdict.Infeasible infeasible
                && infeasible.evidence() instanceof Evidence.Certified certified) {
            addLeaves(certified.certificate(), guesses);
        }
        long[] ones = new long[classes];
        Arrays.fill(ones, 1);
        guesses.add(asList(ones));
        for (int r = 0; r < worth.reduced.resources; r++) {
            long[] asked = new long[classes];
            for (int j = 0; j < classes; j++) {
                asked[j] = request[j][r];
            }
            guesses.add(asList(asked));
        }
        for (int j = 0; j < classes && classes <= MOST_CLASSES; j++) {
            long[] one = new long[classes];
            one[j] = 1;
            guesses.add(asList(one));
        }
        return guesses.stream()
                .filter(guess -> guess.size() == classes)
                .filter(guess -> guess.stream().allMatch(weight -> weight < MOST_WEIGHT))
                .map(guess ->
                        guess.stream().mapToLong(weight -> Math.max(0, weight)).toArray())
                .toList();
    }

    private static List<Long> asList(long[] weights) {
        return Arrays.stream(weights).boxed().toList();
    }

    private static void addLeaves(Certificate certificate, Set<List<Long>> guesses) {
        Deque<Certificate> open = new ArrayDeque<>(List.of(certificate));
        for (int seen = 0; !open.isEmpty() && seen < MOST_LEAVES; ) {
            Certificate next = open.pop();
            if (next instanceof Weights leaf) {
                guesses.add(leaf.points());
                seen++;
            } else {
                next.parts().forEach(open::push);
            }
        }
    }

    private void add(NodeWorth worth, long[] weights, IntPredicate counts, List<Lack> lacks) {
        long required = worth.required(weights);
        if (required == 0 || required == RequiredWeight.NEVER) {
            return;
        }
        worth.set(weights);
        long[] base = new long[nodes];
        long held = 0;
        for (int n = 0; n < nodes; n++) {
            if (counts.test(n)) {
                base[n] = worth.of(n, null);
                held = Math.min(MOST_WEIGHT << 16, held + base[n]);
            }
        }
        if (held < required) {
            lacks.add(new Lack(weights, base, counts, required - held));
        }
    }

    /** {@return whether no moves do, however many} */
    boolean isHopeless() {
        if (worth == null) {
            return false;
        }
        if (worth.isShortAltogether(freed(worth))) {
            return true;
        }
        for (List<Lack> lacks : alternatives) {
            boolean hopeless = false;
            for (Lack lack : lacks) {
                hopeless |= gainOfAll(worth, lack) < lack.missing;
            }
            if (!hopeless) {
                return false;
            }
        }
        return true;
    }

    /** {@return how much less of each resource the pods take once they are new, without what their status says} */
    private long[] freed(NodeWorth worth) {
        long[] freed = new long[worth.reduced.resources];
        for (int n = 0; n < nodes; n++) {
            for (Movable each : movable.on(n)) {
                if (!each.pod().status().equals(PodStatus.EMPTY)) {
                    long[] now = request(worth, each);
                    long[] anew = worth.request(MovablePods.anew(each.pod(), ""));
                    for (int r = 0; r < freed.length; r++) {
                        freed[r] = Math.min(MOST_WEIGHT, freed[r] + Math.max(0, now[r] - anew[r]));
                    }
                }
            }
        }
        return freed;
    }

    private long gainOfAll(NodeWorth worth, Lack lack) {
        worth.set(lack.weights);
        long gain = 0;
        for (int n = 0; n < nodes; n++) {
            if (lack.counts.test(n) && !movable.on(n).isEmpty()) {
                List<Movable> all = movable.on(n);
                gain = Math.min(MOST_WEIGHT << 16, gain + worth.of(n, leaving(worth, all)) - lack.base[n]);
            }
        }
        return gain;
    }

    private long[] leaving(NodeWorth worth, List<Movable> pods) {
        long[] sum = null;
        for (Movable each : pods) {
            long[] request = request(worth, each);
            if (sum == null) {
                sum = request.clone();
            } else {
                for (int r = 0; r < sum.length; r++) {
                    sum[r] += request[r];
                }
            }
        }
        return sum == null ? new long[0] : sum;
    }

    private long[] request(NodeWorth worth, Movable pod) {
        return requests.computeIfAbsent(pod, unseen -> worth.request(unseen.pod()));
    }

    /**
     * {@return sets of pods of one node, one of which any moves that do hold, all that they take from that node; the
     * most useful first. Null if nothing is known}
     *
     * @param moves how many moves there may be
     * @param closed nodes from which nothing more is taken
     */
    @Nullable
    List<Option> options(int moves, IntPredicate closed) {
        NodeWorth known = worth;
        if (known == null || alternatives.stream().anyMatch(List::isEmpty)) {
            return null;
        }
        Map<List<Movable>, Option> found = new HashMap<>();
        for (List<Lack> lacks : alternatives) {
            List<Option> fewest = null;
            for (Lack lack : lacks) {
                if (fewest == null || !fewest.isEmpty()) {
                    List<Option> own = options(known, lack, moves, closed);
                    fewest = fewest == null || own.size() < fewest.size() ? own : fewest;
                }
            }
            if (fewest != null) {
                fewest.forEach(option -> found.putIfAbsent(option.pods, option));
            }
        }
        List<Option> options = new ArrayList<>(found.values());
        options.sort((a, b) -> {
            int byRate = Double.compare(b.rate, a.rate);
            return byRate != 0 ? byRate : MovablePods.ORDER.compare(a.pods, b.pods);
        });
        return options;
    }

    /** {@return the sets of one lack; none if that many moves gain too little together} */
    private List<Option> options(NodeWorth worth, Lack lack, int moves, IntPredicate closed) {
        worth.set(lack.weights);
        long[] best = new long[moves + 1];
        long[][] gains = new long[nodes][];
        for (int n = 0; n < nodes; n++) {
            if (lack.counts.test(n) && !closed.test(n) && !movable.on(n).isEmpty()) {
                long[] gain =
                        mostGained(worth, lack, n, Math.min(moves, movable.on(n).size()));
                gains[n] = gain;
                for (int all = moves; all > 0; all--) {
                    for (int here = 1; here < gain.length && here <= all; here++) {
                        best[all] = Math.max(best[all], best[all - here] + gain[here]);
                    }
                }
            }
        }
        List<Option> options = new ArrayList<>();
        if (best[moves] < lack.missing) {
            return options;
        }
        for (int n = 0; n < nodes; n++) {
            for (int here = 1; gains[n] != null && here < gains[n].length; here++) {
                long rest = best[moves - here];
                if (isOfUse(gains[n][here], here, rest, lack, moves)) {
                    for (List<Movable> set : sets(n, here)) {
                        long gain = worth.of(n, leaving(worth, set)) - lack.base[n] - owed(lack, set);
                        if (isOfUse(gain, here, rest, lack, moves)) {
                            options.add(new Option(set, (double) gain / here));
                        }
                    }
                }
            }
        }
        return options;
    }

    /**
     * Whether a gain is the share of this many moves in what is missing, or more, and leaves no more missing than the
     * others can gain.
     */
    private static boolean isOfUse(long gain, int here, long rest, Lack lack, int moves) {
        return gain > 0 && gain * moves >= lack.missing * here && gain + rest >= lack.missing;
    }

    /** {@return by number of pods that leave a node, the most that it gains, or more} */
    private long[] mostGained(NodeWorth worth, Lack lack, int node, int most) {
        List<Movable> here = movable.on(node);
        long[] gains = new long[most + 1];
        int resources = worth.reduced.resources;
        long[][] asked = new long[resources][here.size()];
        for (int p = 0; p < here.size(); p++) {
            long[] request = request(worth, here.get(p));
            for (int r = 0; r < resources; r++) {
                asked[r][p] = request[r];
            }
        }
        long[] leaving = new long[resources];
        for (int r = 0; r < resources; r++) {
            Arrays.sort(asked[r]);
        }
        for (int pods = 1; pods <= most; pods++) {
            for (int r = 0; r < resources; r++) {
                leaving[r] += asked[r][here.size() - pods];
            }
            gains[pods] = Math.max(0, worth.of(node, leaving) - lack.base[node]);
        }
        return gains;
    }

    /** {@return what pods weigh that must be held elsewhere, as far as it is known} */
    private long owed(Lack lack, List<Movable> pods) {
        long owed = 0;
        for (Movable each : pods) {
            Integer like = classOfShape.isEmpty() ? null : classOfShape.get(likeness.of(each));
            owed += like == null ? 0 : lack.weights[like];
        }
        return owed;
    }

    /** {@return all sets of this many pods of a node, one of those that nothing tells apart} */
    private List<List<Movable>> sets(int node, int size) {
        List<List<Movable>> kinds = kinds(node);
        List<List<Movable>> sets = new ArrayList<>();
        choose(kinds, 0, size, new ArrayList<>(), sets);
        return sets;
    }

    /** {@return the movable pods of a node, by shape} */
    private List<List<Movable>> kinds(int node) {
        Map<Integer, List<Movable>> kinds = new LinkedHashMap<>();
        for (Movable each : movable.on(node)) {
            kinds.computeIfAbsent(likeness.of(each), unseen -> new ArrayList<>())
                    .add(each);
        }
        return List.copyOf(kinds.values());
    }

    private void choose(List<List<Movable>> kinds, int from, int size, List<Movable> chosen, List<List<Movable>> sets) {
        if (size == 0) {
            meter.spend(1);
            sets.add(List.copyOf(chosen));
            return;
        }
        if (from == kinds.size()) {
            return;
        }
        List<Movable> kind = kinds.get(from);
        int before = chosen.size();
        choose(kinds, from + 1, size, chosen, sets);
        for (int many = 1; many <= Math.min(size, kind.size()); many++) {
            chosen.add(kind.get(many - 1));
            choose(kinds, from + 1, size - many, chosen, sets);
        }
        while (chosen.size() > before) {
            chosen.remove(chosen.size() - 1);
        }
    }
}
