package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Simple ways to place pods one by one. What they find is an answer; what they do not find says nothing.
 *
 * <p>Pods that could not be placed are tried again after others were, until nothing changes; pods of groups that did
 * not succeed are taken out afterwards, and the rest is placed once more in the same order.
 *
 * <p>For one class, nodes with equal domains under all its ordered rules, for which as many pods are nominated, are of
 * one mind: they pass those rules together or not at all. And what fails by another rule fails for good while pods are
 * only added. So a pod costs a look at each such set of nodes, not at each node.
 */
final class GreedyFill {

    /** Words of supplies that are looked at in a step. */
    private static final int LOOKS_IN_A_STEP = 16;

    private final OrderedPacking question;
    private final Packing packing;
    private final WorkMeter work;

    /** The most pods placed one by one so far where that was no answer. */
    private List<Step> together = List.of();

    GreedyFill(OrderedPacking question, WorkMeter work) {
        this.question = question;
        this.packing = question.relaxed();
        this.work = work;
    }

    /** Which of the nodes that fit is taken. */
    enum Choice {
        /** The one whose domains hold the fewest pods for the class's spread rules, then the first. */
        EVEN,
        /** The first. */
        FIRST
    }

    /** The nodes that a class may use, in sets of one mind, each with the first node that has not failed for good. */
    private static final class Candidates {
        private final List<NodeList> sets;
        private final int[] next;

        Candidates(List<NodeList> sets) {
            this.sets = sets;
            this.next = new int[sets.size()];
            for (int s = 0; s < next.length; s++) {
                next[s] = sets.get(s).from(0);
            }
        }

        private boolean hasNext(int set) {
            return next[set] >= 0;
        }

        private int node(int set) {
            return sets.get(set).at(next[set]);
        }

        private void skip(int set) {
            next[set] = sets.get(set).from(next[set] + 1);
        }
    }

    /** Nodes in order: some, by their places among these; or all that a class may use, each its own place. */
    private record NodeList(int @Nullable [] some, PodClass podClass, int nodes) {

        /** {@return the first place from one on, or -1} */
        int from(int place) {
            if (some != null) {
                return place < some.length ? place : -1;
            }
            long[] eligible = podClass.eligible();
            if (eligible == null) {
                return place < nodes ? place : -1;
            }
            for (int w = place >> 6; w < nodes + 63 >> 6; w++) {
                long word = eligible[w] & (w == place >> 6 ? -1L << place : -1L);
                if (word != 0) {
                    return (w << 6) + Long.numberOfTrailingZeros(word);
                }
            }
            return -1;
        }

        int at(int place) {
            return some == null ? place : some[place];
        }
    }

    /** {@return the placement of a relaxed answer in an order that is valid, as far as there is one} */
    List<Step> inOrder(List<Placed> placement) {
        Board board = new Board(question);
        List<Step> steps = new ArrayList<>();
        int[] left = placement.stream().mapToInt(Placed::count).toArray();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < left.length; i++) {
                Placed placed = placement.get(i);
                // One pod at a time: where a rule looks at counts, pods of one node take turns with those of others.
                if (left[i] > 0 && fits(board, placed.podClass(), placed.node())) {
                    place(board, placed, steps);
                    left[i]--;
                    moved = true;
                }
            }
        }
        boolean all = Arrays.stream(left).allMatch(pods -> pods == 0);
        List<Step> byLevel = all || question.spreads().isEmpty() ? List.of() : byLevel(placement);
        return byLevel.isEmpty() ? finished(board, steps) : byLevel;
    }

    /**
     * {@return a placement in an order in which the emptiest domains are filled first, and in a domain the classes
     * whose constraints allow the smallest difference; empty if that is not valid to its end}
     */
    private List<Step> byLevel(List<Placed> placement) {
        Board board = new Board(question);
        List<Step> steps = new ArrayList<>();
        int[] left = placement.stream().mapToInt(Placed::count).toArray();
        for (int pods = Arrays.stream(left).sum(); pods > 0; pods--) {
            int next = -1;
            long lowest = Long.MAX_VALUE;
            for (int i = 0; i < left.length; i++) {
                Placed placed = placement.get(i);
                if (left[i] > 0 && fits(board, placed.podClass(), placed.node())) {
                    int excess = board.excess(placed.podClass(), placed.node());
                    long level = ((long) excess << 32) + skew(placed.podClass());
                    next = level < lowest ? i : next;
                    lowest = Math.min(lowest, level);
                }
            }
            if (next < 0) {
                return List.of();
            }
            place(board, placement.get(next), steps);
            left[next]--;
        }
        return board.isAnswer() ? steps : List.of();
    }

    private static void place(Board board, Placed placed, List<Step> steps) {
        board.place(placed.podClass(), placed.node());
        steps.add(new Step(placed.podClass(), placed.node()));
    }

    private int skew(int podClass) {
        return question.spreads().stream()
                .filter(rule -> rule.podClass() == podClass)
                .mapToInt(Spread::maxSkew)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** {@return what is placed when classes take turns in the order given and each takes a node by choice} */
    List<Step> byChoice(List<Integer> order, Choice choice) {
        Board board = new Board(question);
        List<Step> steps = new ArrayList<>();
        Map<Integer, Candidates> candidates = new LinkedHashMap<>();
        order.forEach(c -> candidates.put(c, candidates(c)));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int c : order) {
                for (int node = pick(board, c, candidates.get(c), choice);
                        node >= 0;
                        node = pick(board, c, candidates.get(c), choice)) {
                    board.place(c, node);
                    steps.add(new Step(c, node));
                    moved = true;
                }
            }
        }
        return finished(board, steps);
    }

    private Candidates candidates(int c) {
        List<int[]> rules = new ArrayList<>();
        question.spreads().stream().filter(rule -> rule.podClass() == c).forEach(rule -> {
            rules.add(rule.domainOf());
            rules.add(rule.nominated());
        });
        question.attractions().stream()
                .filter(rule -> rule.podClass() == c)
                .forEach(rule -> rules.addAll(Arrays.asList(rule.domainOf())));
        VolumeRule volumes = question.volumes();
        if (volumes != null && volumes.brings(c)) {
            // Each node attaches volumes by itself.
            rules.add(IntStream.range(0, packing.nodes().count()).toArray());
        }
        work.trySpend(packing.nodes().count());
        PodClass podClass = packing.classes().get(c);
        if (rules.isEmpty()) {
            NodeList all = new NodeList(null, podClass, packing.nodes().count());
            return new Candidates(all.from(0) < 0 ? List.of() : List.of(all));
        }
        Map<List<Integer>, List<Integer>> sets = new LinkedHashMap<>();
        for (int n = 0; n < packing.nodes().count(); n++) {
            if (podClass.mayUse(n)) {
                int node = n;
                List<Integer> mind =
                        rules.stream().map(domainOf -> domainOf[node]).toList();
                sets.computeIfAbsent(mind, m -> new ArrayList<>()).add(n);
            }
        }
        return new Candidates(sets.values().stream()
                .map(nodes -> new NodeList(nodes.stream().mapToInt(n -> n).toArray(), podClass, 0))
                .toList());
    }

    private int pick(Board board, int c, Candidates candidates, Choice choice) {
        int best = -1;
        long least = Long.MAX_VALUE;
        if (board.placed(c) == packing.classes().get(c).count() || !work.trySpend(1 + candidates.next.length / 16)) {
            return -1;
        }
        for (int s = 0; s < candidates.next.length; s++) {
            if (!candidates.hasNext(s) || !board.isInOrder(c, candidates.node(s))) {
                continue;
            }
            long load = load(board, c, candidates.node(s));
            if (load >= least) {
                continue;
            }
            while (candidates.hasNext(s) && !board.fitsForGood(c, candidates.node(s))) {
                candidates.skip(s);
                if (!work.trySpend(1 + board.looks() / LOOKS_IN_A_STEP)) {
                    return -1;
                }
            }
            if (candidates.hasNext(s)) {
                best = candidates.node(s);
                least = load;
                if (choice == Choice.FIRST) {
                    return best;
                }
            }
        }
        return best;
    }

    private long load(Board board, int c, int node) {
        long load = 0;
        for (int i = 0; i < question.spreads().size(); i++) {
            if (question.spreads().get(i).podClass() == c) {
                load += board.spreadCount(i, node);
            }
        }
        return load;
    }

    private boolean fits(Board board, int c, int node) {
        return work.trySpend(1 + board.looks() / LOOKS_IN_A_STEP) && board.fits(c, node);
    }

    /** {@return an answer made of these steps, or an empty list} */
    private List<Step> finished(Board board, List<Step> steps) {
        if (board.isAnswer()) {
            return steps;
        }
        together = steps.size() > together.size() ? steps : together;
        List<Step> kept = steps.stream()
                .filter(step -> !board.isLeftOver(step.podClass()))
                .toList();
        if (kept.isEmpty() || kept.size() == steps.size()) {
            return List.of();
        }
        Board again = new Board(question);
        List<Step> valid = new ArrayList<>();
        for (Step step : kept) {
            if (again.fits(step.podClass(), step.node())) {
                again.place(step.podClass(), step.node());
                valid.add(step);
            }
        }
        return again.isAnswer() ? valid : List.of();
    }

    /** {@return the most pods that were placed one by one where that was no answer} */
    List<Step> together() {
        return together;
    }

    /** {@return the classes by size of their requests, the largest first; ties by index} */
    List<Integer> largestFirst() {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < packing.classes().size(); c++) {
            order.add(c);
        }
        long[] room = new long[packing.nodes().resources()];
        for (int r = 0; r < room.length; r++) {
            for (long amount : packing.nodes().column(r)) {
                room[r] = Math.max(room[r], amount);
            }
        }
        order.sort(Comparator.comparingDouble(
                (Integer c) -> -size(packing.classes().get(c), room)));
        return order;
    }

    private static double size(PodClass podClass, long[] room) {
        double size = 0;
        for (int r = 0; r < room.length; r++) {
            size += room[r] > 0 ? (double) podClass.request()[r] / room[r] : 0;
        }
        return size;
    }
}
