package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through all states that can be reached by placing pod after pod, and keeps the best answer among them.
 *
 * <p>A state is the number of pods of each class on each node: what may be placed next depends on nothing else, so each state is looked at
 * once, whatever the order it was reached in. Nodes that no rule tells apart (equal free amounts, equal eligibility, equal domains, where a
 * domain of one node counts as equal to another with equal counts) are interchangeable: states that differ by swapping them are one.
 * Depth first, so the memory is that of the states seen, at most {@value #MOST_NUMBERS} counts.
 */
final class ExactOrder {

    private static final int MOST_NUMBERS = 20_000_000;

    private final Board board;
    private final Packing packing;
    private final int classes;
    private final int nodes;
    private final int[] typeOf;
    private final int pods;
    private final Work work;
    private final Set<State> seen = new HashSet<>();
    private final List<Step> path = new ArrayList<>();
    private List<Step> best = List.of();

    private ExactOrder(OrderedPacking question, Work work) {
        this.board = new Board(question);
        this.packing = question.relaxed();
        this.classes = packing.classes().size();
        this.nodes = packing.nodes().count();
        this.typeOf = Symmetry.types(question);
        this.pods = packing.classes().stream().mapToInt(PodClass::count).sum();
        this.work = work;
    }

    /** A state up to symmetry. */
    private record State(long hash, int[] counts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof State state && Arrays.equals(counts, state.counts);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(hash);
        }
    }

    /**
     * Searches.
     *
     * @param known an answer to improve on, or an empty list
     * @param atMost no answer has more pods than this; one that has as many ends the search
     * @param work spent by one step for each pod tried on a node, and one for each node of a state
     */
    static OrderedAnswer search(OrderedPacking question, List<Step> known, int atMost, Work work) {
        ExactOrder search = new ExactOrder(question, work);
        search.best = known;
        boolean complete = search.run(atMost);
        return new OrderedAnswer(search.best, complete, search.seen.size(), work.spent());
    }

    private boolean run(int atMost) {
        int choices = classes * nodes;
        List<Integer> next = new ArrayList<>();
        next.add(0);
        seen.add(state());
        while (!next.isEmpty()) {
            int depth = next.size() - 1;
            int choice = next.get(depth);
            boolean hopeless = pods <= best.size();
            boolean descended = false;
            for (; choice < choices && !hopeless; choice++) {
                if (!work.spend(1) || (long) seen.size() * nodes * classes > MOST_NUMBERS) {
                    return best.size() >= atMost;
                }
                int c = choice / nodes;
                int node = choice % nodes;
                if (board.fits(c, node)) {
                    board.place(c, node);
                    work.spend(nodes);
                    if (seen.add(state())) {
                        path.add(new Step(c, node));
                        descended = true;
                        break;
                    }
                    board.takeBack(c, node);
                }
            }
            if (descended) {
                next.set(depth, choice + 1);
                next.add(0);
                if (path.size() > best.size() && board.isAnswer()) {
                    best = List.copyOf(path);
                    if (best.size() >= atMost) {
                        return true;
                    }
                }
            } else {
                next.remove(depth);
                if (depth > 0) {
                    Step last = path.remove(path.size() - 1);
                    board.takeBack(last.podClass(), last.node());
                }
            }
        }
        return true;
    }

    /** {@return the counts of each node, sorted among nodes of one type} */
    private State state() {
        Map<Integer, List<int[]>> byType = new HashMap<>();
        for (int n = 0; n < nodes; n++) {
            int[] counts = new int[classes];
            for (int c = 0; c < classes; c++) {
                counts[c] = board.on(c)[n];
            }
            byType.computeIfAbsent(typeOf[n], t -> new ArrayList<>()).add(counts);
        }
        int[] all = new int[nodes * classes];
        int at = 0;
        for (int n = 0; n < nodes; n++) {
            List<int[]> same = byType.remove(typeOf[n]);
            if (same != null) {
                same.sort(Arrays::compare);
                for (int[] counts : same) {
                    System.arraycopy(counts, 0, all, at, classes);
                    at += classes;
                }
            }
        }
        return new State(Arrays.hashCode(all), all);
    }
}
