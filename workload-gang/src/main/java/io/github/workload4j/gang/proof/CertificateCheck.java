package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Objection.Rule;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks a certificate from the root down, keeping what the cases above allow ({@link Cases}), and weighs its leaves.
 *
 * <p>Nodes are told apart by {@link Shapes}, so that one knapsack serves all nodes of a kind; domains below one certificate share them.
 */
final class CertificateCheck {

    /** Points are at most this, so that sums over a million nodes of a hundred pods stay exact. */
    private static final long MOST_POINTS = 1L << 40;

    private final Packing packing;
    private final Groups groups;
    private final Shapes shapes;
    private final Supplier<WorkMeter> meters;

    /**
     * Checks certificates of one question.
     *
     * @param meters what checking a certificate may spend
     */
    CertificateCheck(Packing packing, Supplier<WorkMeter> meters) {
        this.packing = packing;
        this.meters = meters;
        this.groups = new Groups(packing);
        this.shapes = new Shapes(packing, groups);
    }

    Optional<Objection> objectionTo(Certificate certificate, int atLeast) {
        if (atLeast < 1) {
            throw new IllegalArgumentException("atLeast: " + atLeast + " (expected: 1 or more)");
        }
        try {
            tallies(certificate, atLeast);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        }
    }

    /**
     * {@return the sums that refute, or null if the certificate is none that rests on one sum, or on one for each domain of the root}
     *
     * @throws Refused if there is an objection to the certificate
     */
    @Nullable
    Tallies tallies(Certificate certificate, int atLeast) {
        try {
            return walk(certificate, atLeast, false).tallies();
        } catch (ArithmeticException overflow) {
            throw new Refused(Rule.LIMIT, "numbers are too large to weigh");
        }
    }

    /** {@return what an accepted certificate says, in a sentence} */
    String reading(Certificate certificate, int atLeast) {
        Walk walk = walk(certificate, atLeast, true);
        if (certificate instanceof Weights) {
            return walk.first;
        }
        if (certificate instanceof InDomains domains && walk.leaves == domains.leaves()) {
            int all = domains.cases().stream()
                    .mapToInt(some -> some.domains().size())
                    .sum();
            return "in none of " + all + " domains: " + walk.first;
        }
        if (certificate instanceof SharedOut shared) {
            return walk.room < 0
                    ? "counting groups that want a domain each, the domains have not enough room together"
                    : "of " + shared.alike().get(0).size()
                            + " groups alike that want a domain each, the domains have room for " + walk.room
                            + " at most";
        }
        return walk.leaves + " cases, each refuted by points; the first: " + walk.first;
    }

    private Walk walk(Certificate certificate, int atLeast, boolean exactly) {
        Walk walk = new Walk(certificate, packing, shapes.granules(), meters.get(), exactly);
        if (certificate instanceof Weights) {
            walk.tallies = new Tallies(shapes.granules(), groups, null);
            walk.place = 0;
        }
        check(certificate, Cases.all(packing, groups, shapes), atLeast, walk);
        return walk;
    }

    /** What is met on the way through a certificate. */
    private static final class Walk {

        private final Certificate whole;
        private final NodeWorth worth;
        private final WorkMeter meter;

        /** Whether to find out what nodes are worth even where a simpler bound would do. */
        private final boolean exactly;

        private int leaves;
        private String first = "the rules of the groups cannot be met by so many pods as there are";
        private @Nullable PlainLeaf leaf;
        private @Nullable Tallies tallies;

        /** Where in the tallies the next leaf belongs, or -1. */
        private int place = -1;

        private boolean untold;

        /** Number of groups that domains have room for, if that was counted. */
        private int room = -1;

        Walk(Certificate whole, Packing packing, Granules granules, WorkMeter meter, boolean exactly) {
            this.whole = whole;
            this.worth = NodeWorth.of(packing, granules, meter);
            this.meter = meter;
            this.exactly = exactly;
        }

        @Nullable
        Tallies tallies() {
            return untold ? null : tallies;
        }

        void tally(PlainLeaf leaf, int by, long sum) {
            if (tallies == null || place < 0) {
                untold = true;
            } else {
                tallies.set(place, leaf, by, sum);
            }
        }
    }

    private void check(Certificate certificate, Cases cases, int atLeast, Walk walk) {
        if (!walk.meter.trySpend(1)) {
            throw new Refused(Rule.LIMIT, "too many steps to look at all cases");
        }
        if (certificate instanceof Weights weights) {
            checkWeights(weights, cases, atLeast, walk);
            return;
        }
        walk.place = -1;
        if (certificate instanceof InDomains domains) {
            checkDomains(domains, cases, atLeast, walk);
        } else if (certificate instanceof SharedOut shared) {
            walk.untold = true;
            walk.leaves += shared.leaves();
            walk.room = new SharedOutCheck(shared, packing, groups, cases, walk.meter).check(atLeast);
        } else if (certificate instanceof PlacedOrNot either) {
            checkGroup(either.group());
            check(either.placed(), cases.withGroup(either.group(), GroupState.PLACED), atLeast, walk);
            check(either.not(), cases.withGroup(either.group(), GroupState.EMPTY), atLeast, walk);
        } else if (certificate instanceof Apart two) {
            Conflict conflict = conflict(two.conflict());
            int[] domainOf = conflict.domainOf();
            if (domainOf == null || conflict.a() == conflict.b()) {
                throw new Refused(Rule.CASES, "conflict " + two.conflict() + " is not over wider domains");
            }
            check(two.withoutA(), cases.keptOut(conflict.a(), domainOf, two.domain()), atLeast, walk);
            check(two.withoutB(), cases.keptOut(conflict.b(), domainOf, two.domain()), atLeast, walk);
        } else if (certificate instanceof NoneOrOne split) {
            checkCount(split.podClass(), split.nodes(), split.limit());
            if (!cases.areAlike(split.nodes())) {
                throw new Refused(Rule.SYMMETRY, "nodes " + split.nodes() + " are not alike");
            }
            check(split.none(), cases.atMostEach(split.podClass(), split.nodes(), split.limit()), atLeast, walk);
            int least = Math.addExact(split.limit(), 1);
            check(split.one(), cases.atLeast(split.podClass(), split.nodes().node(0), least), atLeast, walk);
        }
    }

    private void checkDomains(InDomains domains, Cases cases, int atLeast, Walk walk) {
        checkGroup(domains.group());
        PackingGroup group = groups.group(domains.group());
        int[] domainOf = group.domainOf();
        if (domainOf == null) {
            throw new Refused(Rule.CASES, "group " + domains.group() + " is not bound to a domain");
        }
        NodesByDomain byDomain = shapes.nodesByDomain(domains.group(), domainOf);
        if (byDomain.count() == 0 && cases.state(domains.group()) != GroupState.PLACED) {
            throw new Refused(Rule.CASES, "group " + domains.group() + " may have no pods");
        }
        boolean tallied = domains == walk.whole && domains.group() == 0;
        if (tallied) {
            walk.tallies = new Tallies(shapes.granules(), groups, byDomain);
        }
        Cases settled = cases.settled(domains.group());
        BitSet left = new BitSet();
        left.set(0, byDomain.count());
        for (InDomains.Case some : domains.cases()) {
            for (int domain : some.domains()) {
                int rank = byDomain.rank(domain);
                if (rank >= 0 && left.get(rank)) {
                    left.clear(rank);
                    walk.place = tallied ? rank : -1;
                    Cases inside = settled.inDomain(domains.group(), domainOf, domain, byDomain.nodes(rank));
                    check(some.certificate(), inside, atLeast, walk);
                }
            }
        }
        if (!left.isEmpty()) {
            List<Integer> open = left.stream().map(byDomain::domain).boxed().toList();
            throw new Refused(Rule.CASES, "group " + domains.group() + ": nothing about domains " + open);
        }
    }

    private void checkWeights(Weights weights, Cases cases, int atLeast, Walk walk) {
        if (cases.arePlain() && weights.sharedPoints().isEmpty()) {
            checkPlain(weights, cases, atLeast, walk);
            return;
        }
        long need = need(weights, cases, atLeast);
        walk.leaves++;
        walk.untold = true;
        if (need == Need.NEVER) {
            return;
        }
        long held = sharedWorth(weights, cases);
        Leaf leaf = new Leaf(packing, shapes, cases, weights, walk.worth);
        long mostOfANode = 0;
        for (int node : cases.nodes()) {
            long one = leaf.worthOf(node);
            if (one == NodeWorth.NEVER) {
                return;
            }
            held = Math.addExact(held, one);
            mostOfANode = Math.max(mostOfANode, one);
        }
        conclude(weights, mostOfANode, held, need, walk);
    }

    /** Points that nodes get by their shape: first the sums that need no knapsack. */
    private void checkPlain(Weights weights, Cases cases, int atLeast, Walk walk) {
        PlainLeaf leaf = walk.leaf;
        if (leaf == null || leaf.weights != weights || leaf.states != cases.states()) {
            leaf = new PlainLeaf(packing, shapes.granules(), cases, weights, need(weights, cases, atLeast));
            walk.leaf = leaf;
        }
        walk.leaves++;
        if (leaf.need == Need.NEVER) {
            walk.tally(leaf, PlainLeaf.KNAPSACKS, 0);
            return;
        }
        int[] nodes = cases.nodes();
        for (int r = 0; r < leaf.resources() && !walk.exactly; r++) {
            if (leaf.counts(r)) {
                long sum = leaf.sum(shapes, r, nodes.length == packing.nodes().count() ? null : nodes);
                if (sum != PlainLeaf.TOO_MUCH && leaf.refutes(r, sum)) {
                    walk.tally(leaf, r, sum);
                    return;
                }
            }
        }
        long held = leaf.sum(shapes, nodes, walk.worth);
        walk.tally(leaf, PlainLeaf.KNAPSACKS, held);
        conclude(weights, leaf.mostOfANode(), held, leaf.need, walk);
    }

    private long need(Weights weights, Cases cases, int atLeast) {
        checkPoints(weights.points(), packing.classes().size());
        checkPoints(
                weights.sharedPoints(),
                weights.sharedPoints().isEmpty() ? 0 : packing.conflicts().size());
        return new Need(packing, groups, cases.states(), weights.points()).of(atLeast);
    }

    private static void conclude(Weights weights, long mostOfANode, long held, long need, Walk walk) {
        if (walk.leaves == 1 && walk.exactly) {
            walk.first = Reading.of(weights, mostOfANode, held, need);
        }
        if (held >= need) {
            throw new Refused(Rule.WORTH, "nodes are worth " + held + " points, " + need + " are needed");
        }
    }

    /** Points that classes in conflict with themselves get once for each domain. */
    private long sharedWorth(Weights weights, Cases cases) {
        long worth = 0;
        for (int i = 0; i < weights.sharedPoints().size(); i++) {
            long points = weights.sharedPoints().get(i);
            if (points > 0) {
                Conflict conflict = packing.conflicts().get(i);
                int[] domainOf = conflict.domainOf();
                if (domainOf == null || conflict.a() != conflict.b()) {
                    throw new Refused(
                            Rule.CASES, "conflict " + i + " is not of a class with itself over wider domains");
                }
                BitSet domains = new BitSet();
                for (int node : cases.nodes()) {
                    if (domainOf[node] >= 0
                            && !domains.get(domainOf[node])
                            && shapes.fits(conflict.a(), node)
                            && cases.most(conflict.a(), node) > 0) {
                        domains.set(domainOf[node]);
                    }
                }
                worth = Math.addExact(worth, Math.multiplyExact(points, (long) domains.cardinality()));
            }
        }
        return worth;
    }

    private static void checkPoints(List<Long> points, int expected) {
        if (points.size() != expected) {
            throw new Refused(Rule.CASES, points.size() + " lists of points, " + expected + " expected");
        }
        for (long some : points) {
            if (some < 0 || some > MOST_POINTS) {
                throw new Refused(Rule.LIMIT, some + " points");
            }
        }
    }

    private void checkCount(int podClass, NodeSet nodes, int limit) {
        if (podClass < 0 || podClass >= packing.classes().size() || limit < 0 || nodes.size() == 0) {
            throw new Refused(Rule.CASES, "class " + podClass + ", limit " + limit);
        }
        if (nodes.node(0) < 0 || nodes.node(nodes.size() - 1) >= packing.nodes().count()) {
            throw new Refused(Rule.CASES, "nodes " + nodes);
        }
    }

    private void checkGroup(int group) {
        if (group < 0 || group >= groups.count()) {
            throw new Refused(Rule.CASES, "group " + group);
        }
    }

    private Conflict conflict(int index) {
        if (index < 0 || index >= packing.conflicts().size()) {
            throw new Refused(Rule.CASES, "conflict " + index);
        }
        return packing.conflicts().get(index);
    }
}
