package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.Kind;
import io.github.workload4j.gang.search.model.Question;
import io.github.workload4j.gang.search.model.Situation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What given points prove about a situation: all nodes together are worth so much, so no answer that needs more points can be.
 *
 * <p>Exact: sums that leave the range of a {@code long} end the weighing without a bound.
 */
final class Weighing {

    /** Branches looked at for each node before a closer look. */
    private static final long GLANCE = 16;

    private final Question question;
    private final Need need;
    private final WorkMeter steps;
    private final long look;

    /**
     * Weighing of the situations of a question.
     *
     * @param look branches looked at for the most points of a node, before a simple bound has to do; well below what the checker looks at
     */
    Weighing(Question question, WorkMeter steps, long look) {
        this.question = question;
        this.need = new Need(question);
        this.steps = steps;
        this.look = look;
    }

    /**
     * {@return the bound that the points prove, or null if they prove nothing}
     *
     * @param points points of one pod by class
     * @param shared whether classes in conflict with themselves over wider domains get their points by domain instead of by pod
     */
    @Nullable
    Bound weigh(Situation situation, long[] points, boolean shared) {
        try {
            return weighExactly(situation, points, shared);
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    /** {@return the bound that points prove by what all nodes have together, without a look at any node; null if that proves nothing} */
    @Nullable
    Bound weighTotals(Situation situation, long[] points) {
        try {
            return weighTotalsExactly(situation, points);
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    private @Nullable Bound weighTotalsExactly(Situation situation, long[] points) {
        steps.spend(1 + (question.classes + question.tree.size >> 2));
        if (exceedsTotals(need.of(situation.state, points, 1), situation, points)) {
            return new Bound(0, weights(points, false));
        }
        int single = single(points);
        return single < 0 || situation.holdsSome()
                ? null
                : bound(situation, points, false, Math.multiplyExact(situation.places(single), points[single]));
    }

    private @Nullable Bound weighExactly(Situation situation, long[] points, boolean shared) {
        if (!shared) {
            Bound byTotals = weighTotalsExactly(situation, points);
            if (byTotals != null || single(points) >= 0 && !situation.holdsSome()) {
                return byTotals;
            }
        }
        long most = need.of(situation.state, points, question.packing.pods());
        Worth worth = new Worth(situation, steps);
        worth.set(points);
        if (!shared && !situation.holdsSome() && areHeldAtAGlance(most, situation, worth)) {
            return null;
        }
        worth.limit(look);
        long held = shared ? worthOfDomains(situation, points) : 0;
        for (int t = 0; t < situation.kinds.size(); t++) {
            Kind kind = situation.kinds.get(t);
            if (shared) {
                worth.set(unshared(kind, points));
            }
            long one = worth.atMost(kind, situation.most(t));
            if (one < 0) {
                return new Bound(0, weights(points, shared));
            }
            if (held >= most && !situation.holdsSome()) {
                return null;
            }
            held = Math.addExact(held, Math.multiplyExact(one, (long) kind.size()));
        }
        return bound(situation, points, shared, held);
    }

    /** Whether the first patterns that come to mind bring so many points already, so that a closer look would prove nothing. */
    private boolean areHeldAtAGlance(long most, Situation situation, Worth worth) {
        worth.limit(GLANCE);
        long held = 0;
        for (int t = 0; t < situation.kinds.size() && held < most; t++) {
            Kind kind = situation.kinds.get(t);
            held = Math.addExact(held, Math.multiplyExact(worth.of(kind, situation.most(t)), (long) kind.size()));
        }
        return held >= most;
    }

    /** The bound if all nodes together hold so many points, or null if that is enough for all pods. */
    private @Nullable Bound bound(Situation situation, long[] points, boolean shared, long held) {
        int pods = question.packing.pods();
        if (need.of(situation.state, points, pods) <= held) {
            return null;
        }
        int sure = pods;
        int open = 0;
        while (sure - open > 1) {
            int middle = open + sure >>> 1;
            if (need.of(situation.state, points, middle) > held) {
                sure = middle;
            } else {
                open = middle;
            }
        }
        return new Bound(sure - 1, weights(points, shared));
    }

    /** The only class with points, or -1. */
    private static int single(long[] points) {
        int single = -1;
        for (int j = 0; j < points.length; j++) {
            if (points[j] > 0 && single >= 0) {
                return -1;
            }
            single = points[j] > 0 ? j : single;
        }
        return single;
    }

    /** Whether less is free of a resource than points are needed, and every pod takes as much of it as it has points. */
    private boolean exceedsTotals(long needed, Situation situation, long[] points) {
        for (int r = 0; r < question.resources; r++) {
            boolean counts = situation.total()[r] < needed;
            for (int j = 0; counts && j < points.length; j++) {
                counts = points[j] <= question.request[j][r];
            }
            if (counts) {
                return true;
            }
        }
        return false;
    }

    private long[] unshared(Kind kind, long[] points) {
        long[] left = points.clone();
        for (int c = 0; c < kind.domains.length; c++) {
            int a = question.wide.get(c).a();
            if (a == question.wide.get(c).b() && kind.domains[c] >= 0) {
                left[a] = 0;
            }
        }
        return left;
    }

    /** Each class counts with one of its conflicts with itself only: the one that all its pods are given points for. */
    private long worthOfDomains(Situation situation, long[] points) {
        long worth = 0;
        for (int c = 0; c < question.wide.size(); c++) {
            int a = question.wide.get(c).a();
            if (isShared(c, points)) {
                BitSet domains = new BitSet();
                for (int t = 0; t < situation.kinds.size(); t++) {
                    Kind kind = situation.kinds.get(t);
                    if (kind.domains[c] >= 0 && situation.most(t)[a] > 0) {
                        domains.set(kind.domains[c]);
                    }
                }
                worth = Math.addExact(worth, Math.multiplyExact(points[a], (long) domains.cardinality()));
            }
        }
        return worth;
    }

    private boolean isShared(int conflict, long[] points) {
        int a = question.wide.get(conflict).a();
        return a == question.wide.get(conflict).b() && points[a] > 0;
    }

    private Weights weights(long[] points, boolean shared) {
        List<Long> list = new ArrayList<>();
        for (long some : points) {
            list.add(some);
        }
        List<Long> byConflict = new ArrayList<>();
        for (int c = 0; shared && c < question.packing.conflicts().size(); c++) {
            int wide = question.wideIndex.indexOf(c);
            byConflict.add(
                    wide >= 0 && isShared(wide, points)
                            ? points[question.wide.get(wide).a()]
                            : 0L);
        }
        return new Weights(list, byConflict);
    }
}
