package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all states that can be reached by placing pod after pod, and keeps the best answer among them.
 *
 * <p>A state is the number of pods of each class on each node: what may be placed next depends on nothing else, so each
 * state is looked at once, whatever the order it was reached in. Nodes that no rule tells apart (equal free amounts,
 * equal eligibility, equal domains, where a domain of one node counts as equal to another with equal counts) are
 * interchangeable: states that differ by swapping them are one. Depth first, so the memory is that of the states seen,
 * which is counted.
 */
final class ExactOrder {

    /** Bytes that a state takes beside its counts. */
    private static final int BYTES_OF_STATE = 120;

    /** Bytes for each thing by which a node is told from others. */
    private static final int BYTES_TO_TELL_APART = 24;

    /** Counts of a state that are looked at in a step, beyond one of each node. */
    private static final int CELLS_IN_A_STEP = 1 << 14;

    private final Board board;
    private final Packing packing;
    private final int classes;
    private final int nodes;
    private final int[] typeOf;
    private final int pods;
    private final WorkMeter work;
    private final Set<State> seen = new HashSet<>();
    private final List<Step> path = new ArrayList<>();
    private List<Step> best = List.of();
    private List<Step> together = List.of();
    private long held;

    private ExactOrder(OrderedPacking question, WorkMeter work) {
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
     * @param together pods placed one by one that are no answer
     * @param atMost no answer has more pods than this; one that has as many ends the search
     * @param work spent by one step for each pod tried on a node, and one for each node of a state
     */
    static OrderedAnswer search(
            OrderedPacking question, List<Step> known, List<Step> together, int atMost, WorkMeter work) {
        long nodes = question.relaxed().nodes().count();
        long bytes = BYTES_TO_TELL_APART * nodes * Symmetry.length(question);
        if (!work.tryHold(bytes)) {
            return new OrderedAnswer(known, together, StopReason.MEMORY, 0);
        }
        work.release(bytes);
        ExactOrder search = new ExactOrder(question, work);
        search.best = known;
        search.together = together;
        StopReason stopped = search.run(atMost);
        work.release(search.held);
        return new OrderedAnswer(search.best, search.together, stopped, search.seen.size());
    }

    private boolean keepsAnother() {
        long bytes = BYTES_OF_STATE + 4L * classes * nodes;
        if (!work.tryHold(bytes)) {
            return false;
        }
        held += bytes;
        return true;
    }

    /** {@return why not everything was seen, or null if it was or an answer of {@code atMost} pods was} */
    private @Nullable StopReason run(int atMost) {
        int choices = classes * nodes;
        List<Integer> next = new ArrayList<>();
        next.add(0);
        if (!keepsAnother()) {
            return StopReason.MEMORY;
        }
        seen.add(state());
        while (!next.isEmpty()) {
            int depth = next.size() - 1;
            int choice = next.get(depth);
            boolean hopeless = pods <= best.size();
            boolean descended = false;
            for (; choice < choices && !hopeless; choice++) {
                if (!work.trySpend(1)) {
                    return work.stopped();
                }
                int c = choice / nodes;
                int node = choice % nodes;
                if (board.fits(c, node)) {
                    board.place(c, node);
                    work.trySpend(nodes + (long) nodes * classes / CELLS_IN_A_STEP);
                    if (seen.add(state())) {
                        if (!keepsAnother()) {
                            return StopReason.MEMORY;
                        }
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
                        return null;
                    }
                } else if (path.size() > together.size()) {
                    together = List.copyOf(path);
                }
            } else {
                next.remove(depth);
                if (depth > 0) {
                    Step last = path.remove(path.size() - 1);
                    board.takeBack(last.podClass(), last.node());
                }
            }
        }
        return null;
    }

    /** {@return the counts of each node, sorted among nodes of one type} */
    private State state() {
        Map<Integer, List<int[]>> byType = new HashMap<>();
        for (int n = 0; n < nodes; n++) {
            int[] counts = new int[classes];
            for (int c = 0; c < classes; c++) {
                counts[c] = board.on(c, n);
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
