package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.LevelBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.search.bound.DualBounds;
import io.github.workload4j.gang.search.bound.UpperBound;
import io.github.workload4j.gang.search.fill.FirstFitPortfolio;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.lp.ConflictViolation;
import io.github.workload4j.gang.search.lp.TightPatterns;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.RowBounds;
import io.github.workload4j.gang.search.model.Subproblem;
import io.github.workload4j.gang.search.round.Dive;
import io.github.workload4j.gang.search.round.ResidualRounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over the nodes of one case, in which it is known which groups have pods and where they lie.
 *
 * <p>Nodes of a type are interchangeable. So either none of them holds more than some number of pods of a class, or the
 * first one does. The second branch is followed first, which fills nodes with patterns in descending lexicographic
 * order. Where the LP mixes the classes of a wide conflict in a domain, one branch keeps the first class out of it and
 * the other branch the second. Bounds cut off leaves; the branches taken are the certificate.
 */
final class NodeSearch {

    /** Deeper recursion could overflow the stack, and at this depth a proof is out of reach anyway. */
    private static final int MAX_DEPTH = 1_000;

    /** Most numbers in a certificate. A longer one is of no use to anybody and would fill the memory. */
    private static final int MAX_NUMBERS = 1_000_000;

    /** About how many numbers a branch takes, beside its nodes and weights: fields, references, list heads. */
    private static final int NUMBERS_OF_A_BRANCH = 8;

    /** Dives for each node type before branching, and most dives in all. */
    private static final int DIVES_PER_TYPE = 10;

    private static final int MAX_DIVES = 300;

    /** Levels of spreads at which first fit is tried before any other. */
    private static final int LIKELY_LEVELS = 4;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final DualBounds bounds;
    private final FirstFitPortfolio firstFit;
    private final Incumbent incumbent;
    private int numbers;

    NodeSearch(ReducedPacking reduced, WorkMeter meter, DualBounds bounds, Incumbent incumbent) {
        this.reduced = reduced;
        this.meter = meter;
        this.bounds = bounds;
        this.firstFit = new FirstFitPortfolio(reduced, meter, incumbent);
        this.incumbent = incumbent;
    }

    /**
     * Finds the best answer of a subproblem.
     *
     * @param whole whether every answer to the question belongs to the subproblem, so that its bounds hold for all
     *     answers
     * @param guessed a bound by guessed weights, or null if none has been looked for
     * @return why the subproblem has no answer better than the incumbent
     */
    Certificate exhaust(Subproblem subproblem, boolean whole, @Nullable UpperBound guessed) {
        UnaryOperator<Certificate> outermost = whole ? UnaryOperator.identity() : null;
        return subproblem.rows.open() < 0
                ? exhaust(subproblem, outermost, guessed)
                : exhaustLevels(subproblem, outermost, guessed);
    }

    /**
     * Finds the best answer of a subproblem.
     *
     * @param whole what makes a certificate of the whole question of one of the subproblem; null if not every answer
     *     belongs to it
     */
    private Certificate exhaust(
            Subproblem subproblem, @Nullable UnaryOperator<Certificate> whole, @Nullable UpperBound guessed) {
        UpperBound byTotals = guessed == null ? bounds.byTotals(subproblem, incumbent.target()) : null;
        if (isSettledBy(byTotals, whole)) {
            return leaf(byTotals);
        }
        incumbent.offer(firstFit.first(subproblem));
        UpperBound bound = guessed == null ? bounds.guessed(subproblem, incumbent.target()) : guessed;
        if (isSettledBy(bound, whole)) {
            return leaf(bound);
        }
        incumbent.offer(firstFit.others(subproblem, incumbent.upperBound()));
        return isSettledBy(bound, whole) ? leaf(bound) : branch(subproblem, whole, bound, 0);
    }

    /**
     * Finds the best answer of a subproblem with spreads whose levels are open. How much its emptiest domain holds
     * limits the level of a spread; levels that cannot place all pods are less likely than the first that can.
     */
    private Certificate exhaustLevels(
            Subproblem subproblem, @Nullable UnaryOperator<Certificate> whole, @Nullable UpperBound guessed) {
        UpperBound bound = guessed == null ? bounds.guessed(subproblem, incumbent.target()) : guessed;
        if (isSettledBy(bound, whole)) {
            return leaf(bound);
        }
        Subproblem limited = subproblem;
        List<SpreadLevels> all = new ArrayList<>();
        UnaryOperator<Certificate> wrap = UnaryOperator.identity();
        for (int s = 0; s < reduced.rows.first.length; s++) {
            SpreadLevels levels = SpreadLevels.of(subproblem, s, bounds);
            UpperBound above =
                    bounds.lacking(subproblem.within(s, levels.highest() + 1, RowBounds.OPEN), levels.emptiest());
            if (above == null || above.atMost() > 0) {
                throw WorkMeter.stop(StopReason.DEPTH);
            }
            int spread = s;
            UnaryOperator<Certificate> outer = wrap;
            wrap = rest -> outer.apply(new LevelBranch(spread, levels.highest() + 1, above.weights(), rest));
            limited = limited.within(s, subproblem.rows.lowest(s), levels.highest());
            all.add(levels);
            count(NUMBERS_OF_A_BRANCH + 4 * reduced.classes);
        }
        UnaryOperator<Certificate> within = wrap;
        for (int higher = 0; higher < LIKELY_LEVELS; higher++) {
            Subproblem likely = likely(subproblem, all, higher);
            incumbent.offer(firstFit.first(likely));
            incumbent.offer(firstFit.others(likely, incumbent.upperBound()));
        }
        for (int higher = 0; higher < 2; higher++) {
            relaxed(likely(subproblem, all, higher), null, null, 0);
        }
        return within.apply(exhaust(limited, whole == null ? null : rest -> whole.apply(within.apply(rest)), null));
    }

    /** A subproblem with one level of each spread, the likely one or so much above. */
    private static Subproblem likely(Subproblem subproblem, List<SpreadLevels> all, int higher) {
        Subproblem likely = subproblem;
        for (int s = 0; s < all.size(); s++) {
            int level = Math.min(all.get(s).highest(), all.get(s).likely() + higher);
            likely = likely.within(s, level, level);
        }
        return likely;
    }

    private Certificate exhaust(Subproblem subproblem, int depth) {
        meter.spend(1 + subproblem.types.size());
        UpperBound bound = bounds.guessed(subproblem, incumbent.target());
        if (isSettledBy(bound, null)) {
            return leaf(bound);
        }
        incumbent.offer(firstFit.first(subproblem));
        return branch(subproblem, null, bound, depth);
    }

    private Certificate branch(
            Subproblem subproblem, @Nullable UnaryOperator<Certificate> whole, @Nullable UpperBound known, int depth) {
        Relaxed relaxed = relaxed(subproblem, whole, known, depth);
        if (isSettledBy(relaxed.bound, whole)) {
            return leaf(relaxed.bound);
        }
        if (depth > MAX_DEPTH) {
            throw WorkMeter.stop(StopReason.DEPTH);
        }
        long kept = subproblem.forget();
        meter.hold(kept);
        try {
            return branch(subproblem, relaxed.violation, depth);
        } finally {
            meter.release(kept);
        }
    }

    private Certificate branch(Subproblem subproblem, @Nullable ConflictViolation violation, int depth) {
        int spread = subproblem.rows.open();
        if (spread >= 0) {
            return level(subproblem, spread);
        }
        Conflict conflict = violation == null ? null : reduced.wide.get(violation.conflict());
        if (conflict != null && conflict.a() != conflict.b()) {
            return apart(subproblem, conflict, violation, depth);
        }
        if (conflict != null && isOpen(subproblem, violation.type(), conflict.a())) {
            return noneOrOne(subproblem, violation.type(), conflict.a(), depth);
        }
        int index = typeToOpen(subproblem);
        if (index < 0) {
            throw WorkMeter.stop(StopReason.DEPTH);
        }
        return noneOrOne(subproblem, index, classToOpen(subproblem, index), depth);
    }

    /** What remains of a solved LP: the lowest upper bound, and the worst violation of a wide conflict. */
    private record Relaxed(
            @Nullable UpperBound bound, @Nullable ConflictViolation violation) {}

    /** Solves the LP and rounds its solution. The LP is closed before any branch is taken, because it may be large. */
    private Relaxed relaxed(
            Subproblem subproblem, @Nullable UnaryOperator<Certificate> whole, @Nullable UpperBound known, int depth) {
        try (ConfigurationLp lp = new ConfigurationLp(subproblem, meter)) {
            boolean alone = reduced.wide.isEmpty() && reduced.rows.isEmpty();
            TightPatterns tight = depth == 0 && alone ? TightPatterns.of(subproblem, meter) : null;
            if (tight != null) {
                lp.suggestTight(tight);
            }
            if (!lp.solve(0, true)) {
                return new Relaxed(known, null);
            }
            UpperBound bound = bounds.priced(subproblem, lp, incumbent.target(), known);
            ConflictViolation violation = ConflictViolation.of(subproblem, lp);
            if (!isSettledBy(bound, whole)) {
                int aim = Math.min(incumbent.upperBound(), bound == null ? Integer.MAX_VALUE : bound.atMost());
                if (tight != null) {
                    new ResidualRounding(subproblem, lp, meter).offer(tight, firstFit, incumbent);
                }
                boolean first = depth == 0 && subproblem.rows.open() < 0;
                int dives = first ? Math.min(MAX_DIVES, DIVES_PER_TYPE * subproblem.types.size()) : 1;
                new Dive(subproblem, meter, firstFit, incumbent, lp, aim).reach(dives);
            }
            return new Relaxed(bound, violation);
        }
    }

    private Certificate apart(Subproblem subproblem, Conflict conflict, ConflictViolation violation, int depth) {
        Subproblem withoutA = subproblem.without(conflict.a(), violation.conflict(), violation.domain());
        Subproblem withoutB = subproblem.without(conflict.b(), violation.conflict(), violation.domain());
        Certificate ifWithoutA = exhaust(withoutA, depth + 1);
        Certificate ifWithoutB = exhaust(withoutB, depth + 1);
        count(NUMBERS_OF_A_BRANCH);
        int number = reduced.wideIndex.get(violation.conflict());
        return new ConflictBranch(number, violation.domain(), ifWithoutA, ifWithoutB);
    }

    /** Halves the levels of a spread. There are at most 31 such branches of a spread, so that depth starts anew. */
    private Certificate level(Subproblem subproblem, int spread) {
        int lowest = subproblem.rows.lowest(spread);
        int highest = subproblem.rows.highest(spread);
        int middle = lowest + (highest - lowest) / 2;
        Certificate ifReached = exhaust(subproblem.within(spread, middle + 1, highest), 0);
        Certificate ifMissed = exhaust(subproblem.within(spread, lowest, middle), 0);
        count(NUMBERS_OF_A_BRANCH);
        return new LevelBranch(spread, middle + 1, ifReached, ifMissed);
    }

    private Certificate noneOrOne(Subproblem subproblem, int index, int j, int depth) {
        NodeType type = subproblem.types.get(index);
        int limit = room(subproblem, index, j) - 1;
        NodeType first = type.firstWithMin(j, limit + 1);
        Subproblem one = type.size() == 1 ? subproblem.with(index, first) : subproblem.with(index, first, type.rest());
        Certificate ifOne = exhaust(one, depth + 1);
        Certificate ifNone = exhaust(subproblem.with(index, type.withMax(j, limit)), depth + 1);
        count(2 * type.size());
        NodeSet nodes = NodeSet.of(Arrays.copyOfRange(type.nodes, type.from, type.to));
        return new CountBranch(j, nodes, limit, ifNone, ifOne);
    }

    private boolean isSettledBy(@Nullable UpperBound bound, @Nullable UnaryOperator<Certificate> whole) {
        if (bound == null) {
            return false;
        }
        if (whole != null) {
            incumbent.tighten(bound.atMost(), whole.apply(bound.weights()));
        }
        return bound.atMost() < incumbent.target();
    }

    private Certificate leaf(UpperBound bound) {
        count(NUMBERS_OF_A_BRANCH + 4 * reduced.classes);
        return bound.weights();
    }

    private void count(int more) {
        numbers += more;
        if (numbers > MAX_NUMBERS) {
            throw WorkMeter.stop(StopReason.CERTIFICATE);
        }
    }

    /** The type to branch on: one with fixed pods, or else the smallest on which anything is open; -1 if nothing is. */
    private int typeToOpen(Subproblem subproblem) {
        int found = -1;
        for (int i = 0; i < subproblem.types.size(); i++) {
            NodeType type = subproblem.types.get(i);
            if ((type.hasFixed
                            || found < 0
                            || type.size() < subproblem.types.get(found).size())
                    && classToOpen(subproblem, i) >= 0) {
                if (type.hasFixed) {
                    return i;
                }
                found = i;
            }
        }
        return found;
    }

    /** The class to branch on: the one with the fewest pods that still fit, or -1 if nothing is open. */
    private int classToOpen(Subproblem subproblem, int index) {
        NodeType type = subproblem.types.get(index);
        int found = -1;
        int fewest = Integer.MAX_VALUE;
        for (int j = 0; j < reduced.classes; j++) {
            int room = room(subproblem, index, j);
            if (room > type.min[j] && room - type.min[j] < fewest) {
                found = j;
                fewest = room - type.min[j];
            }
        }
        return found;
    }

    private boolean isOpen(Subproblem subproblem, int index, int j) {
        return room(subproblem, index, j) > subproblem.types.get(index).min[j];
    }

    /** The most pods of a class on a node of a type, beside the fixed pods of other classes. */
    private int room(Subproblem subproblem, int index, int j) {
        NodeType type = subproblem.types.get(index);
        int max = subproblem.max(index)[j];
        if (max <= type.min[j]) {
            return max;
        }
        long[] remaining = type.free.clone();
        for (int other = 0; other < reduced.classes; other++) {
            if (other != j && type.min[other] > 0) {
                if (reduced.areApart(j, other)) {
                    return 0;
                }
                for (int r = 0; r < remaining.length; r++) {
                    remaining[r] -= reduced.request[other][r] * type.min[other];
                }
            }
        }
        return NodeType.fitting(reduced.request[j], remaining, max);
    }
}
