package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Apart;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.NoneOrOne;
import io.github.workload4j.gang.search.bound.DualBounds;
import io.github.workload4j.gang.search.bound.UpperBound;
import io.github.workload4j.gang.search.fill.FirstFitPortfolio;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.lp.ConflictViolation;
import io.github.workload4j.gang.search.lp.TightPatterns;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import io.github.workload4j.gang.search.round.Dive;
import io.github.workload4j.gang.search.round.ResidualRounding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact search inside one case, where it is known which groups have pods and where they lie.
 *
 * <p>Nodes of a kind are interchangeable, so of the nodes of a kind either none holds more than some pods of a class, or the first does.
 * Following the second branch first means filling nodes with patterns in falling lexicographic order. Where the LP puts classes in conflict
 * into one domain, one or the other stays out of it. Leaves are cut off by bounds, and the branches taken are the certificate.
 */
final class NodeSearch {

    /** Deeper recursion would fill the stack; so deep, the answer is out of reach anyway. */
    private static final int DEEPEST = 1_000;

    /** Most numbers in a certificate; a longer one is of no use to anybody, and would fill the memory. */
    private static final int MOST_NUMBERS = 1_000_000;

    /** Dives for each kind of node, and at most, before branching. */
    private static final int DIVES_FOR_A_KIND = 10;

    private static final int MOST_DIVES = 300;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final DualBounds bounds;
    private final FirstFitPortfolio fills;
    private final Incumbent incumbent;
    private int numbers;

    NodeSearch(ReducedPacking reduced, WorkMeter meter, DualBounds bounds, Incumbent incumbent) {
        this.reduced = reduced;
        this.meter = meter;
        this.bounds = bounds;
        this.fills = new FirstFitPortfolio(reduced, meter, incumbent);
        this.incumbent = incumbent;
    }

    /**
     * Finds the best answer of a situation.
     *
     * @param whole whether the situation leaves no answer to the question out, so that its bounds are bounds on all answers
     * @param guessed a bound by guessed points, if that has been looked for
     * @return why the situation has no answer better than the best found so far
     */
    Certificate exhaust(Subproblem subproblem, boolean whole, @Nullable UpperBound guessed) {
        UpperBound byTotals = guessed == null ? bounds.byTotals(subproblem, incumbent.target()) : null;
        if (isSettledBy(byTotals, whole)) {
            return leaf(byTotals);
        }
        incumbent.offer(fills.first(subproblem));
        UpperBound bound = guessed == null ? bounds.guessed(subproblem, incumbent.target()) : guessed;
        if (isSettledBy(bound, whole)) {
            return leaf(bound);
        }
        incumbent.offer(fills.others(subproblem, incumbent.atMost()));
        return isSettledBy(bound, whole) ? leaf(bound) : branch(subproblem, whole, bound, 0);
    }

    private Certificate exhaust(Subproblem subproblem, int depth) {
        meter.spend(1 + subproblem.types.size());
        UpperBound bound = bounds.guessed(subproblem, incumbent.target());
        if (isSettledBy(bound, false)) {
            return leaf(bound);
        }
        incumbent.offer(fills.first(subproblem));
        return branch(subproblem, false, bound, depth);
    }

    private Certificate branch(Subproblem subproblem, boolean whole, @Nullable UpperBound known, int depth) {
        Relaxed relaxed = relaxed(subproblem, whole, known, depth);
        if (isSettledBy(relaxed.bound, whole)) {
            return leaf(relaxed.bound);
        }
        if (depth > DEEPEST) {
            throw WorkMeter.stop(StopReason.DEPTH);
        }
        long kept = subproblem.forget();
        meter.hold(kept);
        try {
            return branch(subproblem, relaxed.contest, depth);
        } finally {
            meter.release(kept);
        }
    }

    private Certificate branch(Subproblem subproblem, @Nullable ConflictViolation contest, int depth) {
        Conflict conflict = contest == null ? null : reduced.wide.get(contest.conflict());
        if (conflict != null && conflict.a() != conflict.b()) {
            return apart(subproblem, conflict, contest, depth);
        }
        if (conflict != null && isOpen(subproblem, contest.type(), conflict.a())) {
            return noneOrOne(subproblem, contest.type(), conflict.a(), depth);
        }
        int index = typeToOpen(subproblem);
        if (index < 0) {
            throw WorkMeter.stop(StopReason.DEPTH);
        }
        return noneOrOne(subproblem, index, classToOpen(subproblem, index), depth);
    }

    /** What the LP leaves behind: the lowest bound, and two classes in conflict that it puts into one domain. */
    private record Relaxed(
            @Nullable UpperBound bound, @Nullable ConflictViolation contest) {}

    /** Solves the LP, and rounds what it says. The LP is gone before anything is branched on: it may be large. */
    private Relaxed relaxed(Subproblem subproblem, boolean whole, @Nullable UpperBound known, int depth) {
        try (ConfigurationLp lp = new ConfigurationLp(subproblem, meter)) {
            TightPatterns tight = depth == 0 && reduced.wide.isEmpty() ? TightPatterns.of(subproblem, meter) : null;
            if (tight != null) {
                lp.suggestTight(tight);
            }
            if (!lp.solve(0, true)) {
                return new Relaxed(known, null);
            }
            UpperBound bound = bounds.priced(subproblem, lp, incumbent.target(), known);
            ConflictViolation contest = ConflictViolation.of(subproblem, lp);
            if (!isSettledBy(bound, whole)) {
                int aim = Math.min(incumbent.atMost(), bound == null ? Integer.MAX_VALUE : bound.atMost());
                if (tight != null) {
                    new ResidualRounding(subproblem, lp, meter).offer(tight, fills, incumbent);
                }
                int dives = depth == 0 ? Math.min(MOST_DIVES, DIVES_FOR_A_KIND * subproblem.types.size()) : 1;
                new Dive(subproblem, meter, fills, incumbent).reach(lp, aim, dives);
            }
            return new Relaxed(bound, contest);
        }
    }

    private Certificate apart(Subproblem subproblem, Conflict conflict, ConflictViolation contest, int depth) {
        Subproblem withoutA = subproblem.without(conflict.a(), contest.conflict(), contest.domain());
        Subproblem withoutB = subproblem.without(conflict.b(), contest.conflict(), contest.domain());
        Certificate ifWithoutA = exhaust(withoutA, depth + 1);
        Certificate ifWithoutB = exhaust(withoutB, depth + 1);
        count(8);
        int number = reduced.wideIndex.get(contest.conflict());
        return new Apart(number, contest.domain(), ifWithoutA, ifWithoutB);
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
        return new NoneOrOne(j, nodes, limit, ifNone, ifOne);
    }

    private boolean isSettledBy(@Nullable UpperBound bound, boolean whole) {
        if (bound == null) {
            return false;
        }
        if (whole) {
            incumbent.lower(bound.atMost(), bound.weights());
        }
        return bound.atMost() < incumbent.target();
    }

    private Certificate leaf(UpperBound bound) {
        count(8 + 4 * reduced.classes);
        return bound.weights();
    }

    private void count(int more) {
        numbers += more;
        if (numbers > MOST_NUMBERS) {
            throw WorkMeter.stop(StopReason.CERTIFICATE);
        }
    }

    /** A node that holds something for sure, or else the smallest kind on which anything is open; -1 if nothing is. */
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

    /** The class of which the fewest pods fit where that is still open, or -1. */
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

    /** Most pods of a class on a node of the kind, besides those of other classes that it holds for sure. */
    private int room(Subproblem subproblem, int index, int j) {
        NodeType type = subproblem.types.get(index);
        int max = subproblem.max(index)[j];
        if (max <= type.min[j]) {
            return max;
        }
        long[] remaining = type.free.clone();
        for (int other = 0; other < reduced.classes; other++) {
            if (other != j && type.min[other] > 0) {
                if (reduced.apart[j][other]) {
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
