package io.github.workload4j.gang.repair;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The fewest running pods to move to other nodes so that a group fits.
 *
 * <p>A move is kinder than an eviction, since the pod goes on running. So pods of the group's own priority may be moved
 * as well as those below it, and not only those below, which alone may be evicted for it. But no disruption budget is
 * broken: the pods that are moved are together no more than each budget lets go now, as if none of them came back in
 * between. Pods of the group itself stay. Which others stay, and why, is counted in {@code immovable}.
 *
 * <p>Each move has been checked as an answer of its own: at its turn the pod passes every rule on its new node. So has
 * the verdict with all of them done. That no fewer moves do rests on a search over all sets of pods that bounds by
 * weights leave open, each set answered exactly; it is not written down as a certificate. It is about the rules of this
 * snapshot: what a controller or another scheduler does in between is not foreseen.
 *
 * <p>Immutable and thread-safe, as are its parts.
 *
 * @param moves the moves, in an order in which they can be done; empty if the group fits without, or if none were found
 * @param then the verdict once they are done; empty if none were found
 * @param atLeast no fewer moves make the group fit; empty if it is proved that none do, however many
 * @param open why it is not known whether fewer do, or, where nothing was found, whether some do; empty if it is
 * @param immovable how many running pods may not be moved, by reason; the group's own are not counted
 * @since 0.1.0
 */
public record FewestMoves(
        List<Move> moves,
        Optional<Verdict.Feasible> then,
        OptionalInt atLeast,
        Optional<Open> open,
        Map<Immovable, Integer> immovable) {

    /** More moves than this are not looked for. */
    public static final int MOST_MOVES = 5;

    /** What was not found out. */
    public enum Open {
        /** The budget was spent. */
        BUDGET("budget"),
        /** More than {@link #MOST_MOVES} moves may do. */
        MORE_MOVES("moreMoves"),
        /**
         * For some pods it is not known whether the group fits once they are moved: the answer was undetermined, as
         * each is where there are {@linkplain GroupQuestion#hasTooManyPairs() too many pairs}, or they and the group
         * have a place together but no order was found in which they are moved there.
         */
        UNDETERMINED("undetermined");

        private final String word;

        Open(String word) {
            this.word = word;
        }

        /** {@return the machine word, such as {@code moreMoves}} */
        public String word() {
            return word;
        }
    }

    /** Copies the list and the map. */
    public FewestMoves {
        moves = List.copyOf(requireNonNull(moves, "moves"));
        requireNonNull(then, "then");
        requireNonNull(atLeast, "atLeast");
        requireNonNull(open, "open");
        Map<Immovable, Integer> copy = new EnumMap<>(Immovable.class);
        copy.putAll(requireNonNull(immovable, "immovable"));
        immovable = Collections.unmodifiableMap(copy);
    }

    /**
     * {@return the fewest moves with which a group fits}
     *
     * <p>Takes time linear in pods, and an answer for each set of pods that is tried; within what the meter has left,
     * whatever was found until then. The same arguments give the same moves.
     *
     * @param question whether the group fits
     * @param verdict the answer to it
     * @param groups all groups, to which running pods may belong
     * @param budgets disruption budgets; what each lets go is {@code status.disruptionsAllowed}
     * @param meter what all of it may spend
     * @throws IllegalArgumentException if the verdict is not one on the question
     */
    public static FewestMoves of(
            GroupQuestion question,
            Verdict verdict,
            Groups groups,
            List<PodDisruptionBudget> budgets,
            WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(groups, "groups");
        requireNonNull(budgets, "budgets");
        requireNonNull(meter, "meter");
        question.requireOwn(verdict);
        MovablePods pods = MovablePods.of(question, groups, budgets);
        if (verdict instanceof Verdict.Feasible feasible) {
            return new FewestMoves(
                    List.of(), Optional.of(feasible), OptionalInt.of(0), Optional.empty(), pods.immovable());
        }
        if (question.hasTooManyPairs()) {
            return new FewestMoves(
                    List.of(), Optional.empty(), OptionalInt.of(0), Optional.of(Open.UNDETERMINED), pods.immovable());
        }
        return new MoveSearch(question, verdict, pods, meter).fewest();
    }

    /**
     * {@return a snapshot once the moves are done: each pod on its new node, with the requests of its spec}
     *
     * @param snapshot the one that the question was asked of
     * @throws IllegalArgumentException if a pod or node of a move is not there
     */
    public ClusterSnapshot after(ClusterSnapshot snapshot) {
        return requireNonNull(snapshot, "snapshot")
                .withPods(
                        moves.stream()
                                .map(move -> MovablePods.anew(move.pod(), move.to()))
                                .toList(),
                        moves.stream().map(Move::pod).toList());
    }

    /** {@return whether moves were found, or none are needed, and it is proved that no fewer do} */
    public boolean isFewest() {
        return then.isPresent() && open.isEmpty();
    }

    /** {@return the moves and how few do, in a line} */
    @Override
    public String toString() {
        String found = then.isEmpty()
                ? "none found"
                : moves.isEmpty()
                        ? "none needed"
                        : moves.stream().map(Move::toString).collect(Collectors.joining("; "));
        return "FewestMoves[" + found + "; "
                + (atLeast.isEmpty() ? "none do" : "at least " + atLeast.getAsInt())
                + open.map(why -> ", open: " + why.word()).orElse("") + "]";
    }
}
