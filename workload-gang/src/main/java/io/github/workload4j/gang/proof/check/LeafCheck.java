package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Weighs the leaves of a certificate of one question: what the nodes can hold against what has to be placed. */
final class LeafCheck {

    /** Points are at most this, so that sums over a million nodes of a hundred pods stay within a long. */
    private static final long MOST_POINTS = 1L << 40;

    private final Asked asked;
    private final Walk walk;
    private final PointsKnapsack worth;
    private final boolean outermost;

    /**
     * Weighs leaves.
     *
     * @param outermost whether the question is the one asked, not one within it: only of that it is noted what leaves
     *     say
     */
    LeafCheck(Asked asked, Walk walk, boolean outermost) {
        this.asked = asked;
        this.walk = walk;
        this.worth = PointsKnapsack.of(asked.packing(), asked.shapes().units(), walk.work);
        this.outermost = outermost;
    }

    boolean isOutermost() {
        return outermost;
    }

    /**
     * Refuses points that do not refute the cases.
     *
     * @param place where in the tallies of the walk the sum belongs, or negative
     */
    void check(Weights weights, Cases cases, int atLeast, int place) {
        walk.countLeaves(outermost ? 1 : 0);
        if (cases.arePlain()
                && weights.sharedPoints().isEmpty()
                && weights.prices().isEmpty()) {
            checkPlain(weights, cases, atLeast, place);
        } else {
            walk.untold();
            checkNodes(weights, cases, need(weights, cases, atLeast));
        }
    }

    private void checkNodes(Weights weights, Cases cases, long need) {
        if (need == RequiredPoints.NEVER) {
            return;
        }
        Leaf leaf = new Leaf(asked, cases, weights, worth);
        walk.work.spend((1 + leaf.rules() / 8) * (1L + cases.nodes().length / 8));
        long needed = Products.sum(need, taken(weights, cases));
        long funds = Products.sum(sharedWorth(weights, cases), paid(weights, cases));
        for (int j = 0; j < weights.points().size(); j++) {
            long pays = Math.max(0, -weights.points().get(j));
            int pods = asked.packing().classes().get(j).count();
            funds = Products.sum(funds, Products.of(pays, pods));
        }
        long held = leaf.sum(funds, needed, isExactly());
        if (held != PointsKnapsack.NEVER) {
            conclude(weights, leaf.mostOfANode(), held, needed, leaf.isSumExact());
        }
    }

    /** Points that nodes get by their shape: first the sums that need no knapsack. */
    private void checkPlain(Weights weights, Cases cases, int atLeast, int place) {
        PlainLeaf leaf = walk.leaf();
        if (leaf == null || leaf.weights != weights || leaf.states != cases.states()) {
            long need = need(weights, cases, atLeast);
            leaf = new PlainLeaf(asked, cases, weights, need, worth);
            walk.setLeaf(leaf);
        }
        if (leaf.need == RequiredPoints.NEVER) {
            tally(place, leaf, PlainLeaf.KNAPSACKS, 0);
            return;
        }
        int[] nodes = cases.nodes();
        boolean all = nodes.length == asked.packing().nodes().count();
        for (int r = 0; r < leaf.resources() && !isExactly(); r++) {
            if (leaf.counts(r)) {
                walk.work.look(nodes.length / 8);
                long sum = leaf.sum(r, all ? null : nodes);
                if (sum != PlainLeaf.TOO_MUCH && leaf.refutes(r, sum)) {
                    tally(place, leaf, r, sum);
                    return;
                }
            }
        }
        walk.work.look(nodes.length);
        long held = leaf.sum(nodes, isExactly());
        tally(place, leaf, PlainLeaf.KNAPSACKS, held);
        conclude(weights, leaf.mostOfANode(), held, leaf.need, leaf.isSumExact());
    }

    /** Whether to find out what nodes are worth where a rough look would do. */
    private boolean isExactly() {
        return walk.sums != null || walk.exactly && outermost;
    }

    private void tally(int place, PlainLeaf leaf, int by, long sum) {
        if (outermost) {
            walk.tally(place, leaf, by, sum);
        }
    }

    private long need(Weights weights, Cases cases, int atLeast) {
        int conflicts = asked.packing().conflicts().size();
        boolean priced = !weights.prices().isEmpty();
        checkPoints(weights.points(), asked.packing().classes().size(), priced);
        checkPoints(weights.sharedPoints(), weights.sharedPoints().isEmpty() ? 0 : conflicts, false);
        checkPoints(weights.prices(), priced ? asked.rows().size() : 0, true);
        walk.work.look(2 * (asked.packing().classes().size() + asked.groups().count()));
        List<Long> points = priced
                ? weights.points().stream().map(some -> Math.max(0, some)).toList()
                : weights.points();
        return new RequiredPoints(asked.packing(), asked.groups(), cases.states(), points).of(atLeast);
    }

    private void conclude(Weights weights, long mostOfANode, long held, long need, boolean exact) {
        if (walk.exactly && outermost) {
            walk.tell(Reading.of(weights, mostOfANode, held, need));
        }
        if (held >= need) {
            throw new Refused(Rule.WORTH, "nodes are worth " + held + " points, " + need + " are needed");
        }
        if (walk.sums != null) {
            walk.sums.note(weights, need, held, exact, measured(weights));
        }
    }

    /** {@return the resources that the points count; the last one, pod slots, is left aside} */
    private List<Integer> measured(Weights weights) {
        List<Integer> measured = new ArrayList<>();
        for (int r = 0; r < asked.packing().nodes().resources() - 1; r++) {
            walk.work.look(asked.packing().classes().size());
            if (weights.measures(asked.packing(), r)) {
                measured.add(r);
            }
        }
        return measured;
    }

    /** Points that pods pay for rows at most. */
    private long paid(Weights weights, Cases cases) {
        long paid = 0;
        for (int i = 0; i < weights.prices().size(); i++) {
            long price = weights.prices().get(i);
            if (price > 0) {
                if (cases.rows().most()[i] == NodeRows.UNLIMITED) {
                    throw new Refused(Rule.CASES, "a price of row " + i + ", which has no limit");
                }
                paid = Products.sum(paid, Products.of(price, cases.rows().most()[i]));
            }
        }
        return paid;
    }

    /** Points that pods get from rows at least. */
    private static long taken(Weights weights, Cases cases) {
        long taken = 0;
        for (int i = 0; i < weights.prices().size(); i++) {
            long price = weights.prices().get(i);
            if (price < 0) {
                taken = Math.addExact(
                        taken, Math.multiplyExact(-price, cases.rows().least()[i]));
            }
        }
        return taken;
    }

    /** Points that classes in conflict with themselves get once for each domain. */
    private long sharedWorth(Weights weights, Cases cases) {
        long worth = 0;
        for (int i = 0; i < weights.sharedPoints().size(); i++) {
            long points = weights.sharedPoints().get(i);
            if (points > 0) {
                Conflict conflict = asked.packing().conflicts().get(i);
                int[] domainOf = conflict.domainOf();
                if (domainOf == null || conflict.a() != conflict.b()) {
                    throw new Refused(
                            Rule.CASES, "conflict " + i + " is not of a class with itself over wider domains");
                }
                worth = Products.sum(worth, Products.of(points, domains(conflict.a(), domainOf, cases)));
            }
        }
        return worth;
    }

    /** Number of domains in which a pod of the class may lie. */
    private int domains(int podClass, int[] domainOf, Cases cases) {
        walk.work.look(cases.nodes().length);
        Set<Integer> domains = new HashSet<>();
        for (int node : cases.nodes()) {
            if (domainOf[node] >= 0
                    && !domains.contains(domainOf[node])
                    && asked.shapes().fits(podClass, node)
                    && cases.most(podClass, node) > 0) {
                domains.add(domainOf[node]);
            }
        }
        return domains.size();
    }

    private static void checkPoints(List<Long> points, int expected, boolean signed) {
        if (points.size() != expected) {
            throw new Refused(Rule.CASES, points.size() + " lists of points, " + expected + " expected");
        }
        for (long some : points) {
            if (some < (signed ? -MOST_POINTS : 0) || some > MOST_POINTS) {
                throw new Refused(Rule.LIMIT, some + " points");
            }
        }
    }
}
