package io.github.workload4j.gang.search;

import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.NoneOrOne;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact search inside one case, where it is known which groups have pods and where they lie.
 *
 * <p>Nodes of a kind are interchangeable, so of the nodes of a kind either none holds more than some pods of a class, or the first does.
 * Following the second branch first means filling nodes with patterns in falling lexicographic order; leaves are cut off by bounds, and
 * the branches taken are the certificate.
 */
final class PatternSearch {

    /** Deeper recursion would only fill the stack; so deep, the answer is out of reach anyway. */
    private static final int DEEPEST = 1_500;

    private final Question question;
    private final Steps steps;
    private final SimpleBounds bounds;
    private final Fills fills;
    private final Weighing weighing;
    private final Best best;

    PatternSearch(Question question, Steps steps, Best best) {
        this.question = question;
        this.steps = steps;
        this.bounds = new SimpleBounds(question, steps);
        this.fills = new Fills(question, steps);
        this.weighing = new Weighing(question, steps);
        this.best = best;
    }

    /** {@return why no answer of the situation places {@code target} pods, or null if one has been found that does} */
    @Nullable Certificate refute(Situation situation, int target, int depth) {
        steps.spend(1 + situation.kinds.size());
        Bound bound = bounds.of(situation, target, best.trivial());
        if (bound.atMost() < target) {
            return bound.weights();
        }
        if (best.offer(fills.best(situation, target), target)) {
            return null;
        }
        ConfigurationLp lp = new ConfigurationLp(situation, steps);
        if (lp.solve(0)) {
            for (long[] points : Prices.asPoints(lp, question.classes)) {
                Bound priced = weighing.weigh(situation, points, false);
                if (priced != null && priced.atMost() < target) {
                    return priced.weights();
                }
            }
            if (new Dive(situation, steps, best).reach(lp, target, depth == 0 ? 16 : 1)) {
                return null;
            }
        }
        if (depth > DEEPEST) {
            throw Steps.Spent.SIGNAL;
        }
        int index = kindToOpen(situation);
        if (index < 0) {
            throw Steps.Spent.SIGNAL;
        }
        Kind kind = situation.kinds.get(index);
        int j = classToOpen(situation, kind);
        int limit = room(situation, kind, j) - 1;
        Kind first = kind.firstWithLeast(j, limit + 1);
        Situation one = kind.size() == 1 ? situation.with(index, first) : situation.with(index, first, kind.rest());
        Certificate ifOne = refute(one, target, depth + 1);
        if (ifOne == null) {
            return null;
        }
        Certificate ifNone = refute(situation.with(index, kind.withMost(j, limit)), target, depth + 1);
        if (ifNone == null) {
            return null;
        }
        NodeSet nodes = NodeSet.of(Arrays.copyOfRange(kind.nodes, kind.from, kind.to));
        return new NoneOrOne(j, nodes, limit, ifNone, ifOne);
    }

    /** A node that holds something for sure, or else the smallest kind on which anything is open; -1 if nothing is. */
    private int kindToOpen(Situation situation) {
        int found = -1;
        for (int i = 0; i < situation.kinds.size(); i++) {
            Kind kind = situation.kinds.get(i);
            if (classToOpen(situation, kind) >= 0) {
                if (Arrays.stream(kind.least).anyMatch(least -> least > 0)) {
                    return i;
                }
                if (found < 0 || kind.size() < situation.kinds.get(found).size()) {
                    found = i;
                }
            }
        }
        return found;
    }

    /** The class of which the fewest pods fit where that is still open, or -1. */
    private int classToOpen(Situation situation, Kind kind) {
        int found = -1;
        int fewest = Integer.MAX_VALUE;
        for (int j = 0; j < question.classes; j++) {
            int room = room(situation, kind, j);
            if (room > kind.least[j] && room - kind.least[j] < fewest) {
                found = j;
                fewest = room - kind.least[j];
            }
        }
        return found;
    }

    /** Most pods of a class on a node of the kind, besides those of other classes that it holds for sure. */
    private int room(Situation situation, Kind kind, int j) {
        int most = situation.most(kind)[j];
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
