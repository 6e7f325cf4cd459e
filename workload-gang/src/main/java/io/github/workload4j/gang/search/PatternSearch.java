package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.NodeSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact search inside one case, where it is known which groups have pods and where they lie.
 *
 * <p>Nodes of a kind are interchangeable, so of the nodes of a kind either none holds more than some pods of a class, or the first does.
 * Following the second branch first means filling nodes with patterns in falling lexicographic order. Where the LP puts classes in conflict
 * into one domain, one or the other stays out of it. Leaves are cut off by bounds, and the branches taken are the certificate.
 */
final class PatternSearch {

    /** Deeper recursion would fill the stack; so deep, the answer is out of reach anyway. */
    private static final int DEEPEST = 1_000;

    /** Most numbers in a certificate; a longer one is of no use to anybody, and would fill the memory. */
    private static final int MOST_NUMBERS = 1_000_000;

    /** Dives for each kind of node, and at most, before branching. */
    private static final int DIVES_FOR_A_KIND = 10;

    private static final int MOST_DIVES = 300;

    private final Question question;
    private final WorkMeter steps;
    private final Bounds bounds;
    private final Fills fills;
    private final Best best;
    private int numbers;

    PatternSearch(Question question, WorkMeter steps, Bounds bounds, Best best) {
        this.question = question;
        this.steps = steps;
        this.bounds = bounds;
        this.fills = new Fills(question, steps, best);
        this.best = best;
    }

    /**
     * Finds the best answer of a situation.
     *
     * @param whole whether the situation leaves no answer to the question out, so that its bounds are bounds on all answers
     * @param guessed a bound by guessed points, if that has been looked for
     * @return why the situation has no answer better than the best found so far
     */
    Certificate exhaust(Situation situation, boolean whole, @Nullable Bound guessed) {
        Bound byTotals = guessed == null ? bounds.byTotals(situation, best.target()) : null;
        if (isSettledBy(byTotals, whole)) {
            return leaf(byTotals);
        }
        best.offer(fills.first(situation));
        Bound bound = guessed == null ? bounds.guessed(situation, best.target()) : guessed;
        if (isSettledBy(bound, whole)) {
            return leaf(bound);
        }
        best.offer(fills.others(situation, best.atMost()));
        return isSettledBy(bound, whole) ? leaf(bound) : branch(situation, whole, bound, 0);
    }

    private Certificate exhaust(Situation situation, int depth) {
        steps.spend(1 + situation.kinds.size());
        Bound bound = bounds.guessed(situation, best.target());
        if (isSettledBy(bound, false)) {
            return leaf(bound);
        }
        best.offer(fills.first(situation));
        return branch(situation, false, bound, depth);
    }

    private Certificate branch(Situation situation, boolean whole, @Nullable Bound known, int depth) {
        Relaxed relaxed = relaxed(situation, whole, known, depth);
        if (isSettledBy(relaxed.bound, whole)) {
            return leaf(relaxed.bound);
        }
        if (depth > DEEPEST) {
            throw WorkMeter.stop(StopReason.DEPTH);
        }
        long kept = situation.keep();
        steps.hold(kept);
        try {
            return branch(situation, relaxed.contest, depth);
        } finally {
            steps.release(kept);
        }
    }

    private Certificate branch(Situation situation, @Nullable Contest contest, int depth) {
        Conflict conflict = contest == null ? null : question.wide.get(contest.conflict());
        if (conflict != null && conflict.a() != conflict.b()) {
            return apart(situation, conflict, contest, depth);
        }
        if (conflict != null && isOpen(situation, contest.kind(), conflict.a())) {
            return noneOrOne(situation, contest.kind(), conflict.a(), depth);
        }
        int index = kindToOpen(situation);
        if (index < 0) {
            throw WorkMeter.stop(StopReason.DEPTH);
        }
        return noneOrOne(situation, index, classToOpen(situation, index), depth);
    }

    /** What the LP leaves behind: the lowest bound, and two classes in conflict that it puts into one domain. */
    private record Relaxed(@Nullable Bound bound, @Nullable Contest contest) {}

    /** Solves the LP, and rounds what it says. The LP is gone before anything is branched on: it may be large. */
    private Relaxed relaxed(Situation situation, boolean whole, @Nullable Bound known, int depth) {
        try (ConfigurationLp lp = new ConfigurationLp(situation, steps)) {
            TightPatterns tight = depth == 0 && question.wide.isEmpty() ? TightPatterns.of(situation, steps) : null;
            if (tight != null) {
                lp.suggestTight(tight);
            }
            if (!lp.solve(0, true)) {
                return new Relaxed(known, null);
            }
            Bound bound = bounds.priced(situation, lp, best.target(), known);
            Contest contest = Contest.of(situation, lp);
            if (!isSettledBy(bound, whole)) {
                int aim = Math.min(best.atMost(), bound == null ? Integer.MAX_VALUE : bound.atMost());
                if (tight != null) {
                    new Tail(situation, lp, steps).offer(tight, fills, best);
                }
                int dives = depth == 0 ? Math.min(MOST_DIVES, DIVES_FOR_A_KIND * situation.kinds.size()) : 1;
                new Dive(situation, steps, fills, best).reach(lp, aim, dives);
            }
            return new Relaxed(bound, contest);
        }
    }

    private Certificate apart(Situation situation, Conflict conflict, Contest contest, int depth) {
        Situation withoutA = situation.keptOut(conflict.a(), contest.conflict(), contest.domain());
        Situation withoutB = situation.keptOut(conflict.b(), contest.conflict(), contest.domain());
        Certificate ifWithoutA = exhaust(withoutA, depth + 1);
        Certificate ifWithoutB = exhaust(withoutB, depth + 1);
        count(8);
        int number = question.wideIndex.get(contest.conflict());
        return new ConflictBranch(number, contest.domain(), ifWithoutA, ifWithoutB);
    }

    private Certificate noneOrOne(Situation situation, int index, int j, int depth) {
        Kind kind = situation.kinds.get(index);
        int limit = room(situation, index, j) - 1;
        Kind first = kind.firstWithLeast(j, limit + 1);
        Situation one = kind.size() == 1 ? situation.with(index, first) : situation.with(index, first, kind.rest());
        Certificate ifOne = exhaust(one, depth + 1);
        Certificate ifNone = exhaust(situation.with(index, kind.withMost(j, limit)), depth + 1);
        count(2 * kind.size());
        NodeSet nodes = NodeSet.of(Arrays.copyOfRange(kind.nodes, kind.from, kind.to));
        return new CountBranch(j, nodes, limit, ifNone, ifOne);
    }

    private boolean isSettledBy(@Nullable Bound bound, boolean whole) {
        if (bound == null) {
            return false;
        }
        if (whole) {
            best.lower(bound.atMost(), bound.weights());
        }
        return bound.atMost() < best.target();
    }

    private Certificate leaf(Bound bound) {
        count(8 + 4 * question.classes);
        return bound.weights();
    }

    private void count(int more) {
        numbers += more;
        if (numbers > MOST_NUMBERS) {
            throw WorkMeter.stop(StopReason.CERTIFICATE);
        }
    }

    /** A node that holds something for sure, or else the smallest kind on which anything is open; -1 if nothing is. */
    private int kindToOpen(Situation situation) {
        int found = -1;
        for (int i = 0; i < situation.kinds.size(); i++) {
            Kind kind = situation.kinds.get(i);
            if ((kind.holdsSome
                            || found < 0
                            || kind.size() < situation.kinds.get(found).size())
                    && classToOpen(situation, i) >= 0) {
                if (kind.holdsSome) {
                    return i;
                }
                found = i;
            }
        }
        return found;
    }

    /** The class of which the fewest pods fit where that is still open, or -1. */
    private int classToOpen(Situation situation, int index) {
        Kind kind = situation.kinds.get(index);
        int found = -1;
        int fewest = Integer.MAX_VALUE;
        for (int j = 0; j < question.classes; j++) {
            int room = room(situation, index, j);
            if (room > kind.least[j] && room - kind.least[j] < fewest) {
                found = j;
                fewest = room - kind.least[j];
            }
        }
        return found;
    }

    private boolean isOpen(Situation situation, int index, int j) {
        return room(situation, index, j) > situation.kinds.get(index).least[j];
    }

    /** Most pods of a class on a node of the kind, besides those of other classes that it holds for sure. */
    private int room(Situation situation, int index, int j) {
        Kind kind = situation.kinds.get(index);
        int most = situation.most(index)[j];
        if (most <= kind.least[j]) {
            return most;
        }
        long[] left = kind.free.clone();
        for (int other = 0; other < question.classes; other++) {
            if (other != j && kind.least[other] > 0) {
                if (question.apart[j][other]) {
                    return 0;
                }
                for (int r = 0; r < left.length; r++) {
                    left[r] -= question.request[other][r] * kind.least[other];
                }
            }
        }
        return Kind.fitting(question.request[j], left, most);
    }
}
