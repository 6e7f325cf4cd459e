package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.proof.Objection.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a certificate from the root down, keeping what the cases above allow ({@link Cases}), and weighs its leaves.
 *
 * <p>Nodes are told apart by {@link Shapes}, so that one knapsack serves all nodes of a kind.
 */
final class CertificateCheck {

    /** Steps of all knapsacks of one certificate; a check that needs more is refused. */
    private static final long STEPS = 100_000_000;

    /** Points are at most this, so that sums over a million nodes of a hundred pods stay exact. */
    private static final long MOST_POINTS = 1L << 40;

    private final Packing packing;
    private final Groups groups;
    private final Shapes shapes;
    private final boolean[][] apart;

    CertificateCheck(Packing packing) {
        this.packing = packing;
        this.groups = new Groups(packing);
        this.shapes = new Shapes(packing, groups);
        this.apart = new boolean[packing.classes().size()][packing.classes().size()];
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() == null && conflict.a() != conflict.b()) {
                apart[conflict.a()][conflict.b()] = true;
                apart[conflict.b()][conflict.a()] = true;
            }
        }
    }

    Optional<Objection> objectionTo(Certificate certificate, int atLeast) {
        if (atLeast < 1) {
            throw new IllegalArgumentException("atLeast: " + atLeast + " (expected: 1 or more)");
        }
        try {
            walk(certificate, atLeast);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        } catch (ArithmeticException overflow) {
            return Optional.of(new Objection(Rule.LIMIT, "numbers are too large to weigh"));
        }
    }

    /** {@return what an accepted certificate says, in a sentence} */
    String reading(Certificate certificate, int atLeast) {
        Walk walk = walk(certificate, atLeast);
        if (certificate instanceof Weights) {
            return walk.first;
        }
        if (certificate instanceof InDomains domains && walk.leaves == domains.leaves()) {
            int all = domains.cases().stream().mapToInt(some -> some.domains().size()).sum();
            return "in none of " + all + " domains: " + walk.first;
        }
        return walk.leaves + " cases, each refuted by points; the first: " + walk.first;
    }

    private Walk walk(Certificate certificate, int atLeast) {
        Walk walk = new Walk(new NodeWorth(shapes.requests(), apart, packing.nodes().resources(), STEPS));
        check(certificate, Cases.all(packing, groups, shapes), atLeast, walk);
        return walk;
    }

    /** What is met on the way through a certificate. */
    private static final class Walk {

        private final NodeWorth worth;
        private int leaves;
        private String first = "the rules of the groups cannot be met by so many pods as there are";

        Walk(NodeWorth worth) {
            this.worth = worth;
        }
    }

    private void check(Certificate certificate, Cases cases, int atLeast, Walk walk) {
        if (certificate instanceof Weights weights) {
            checkWeights(weights, cases, atLeast, walk);
        } else if (certificate instanceof InDomains domains) {
            checkDomains(domains, cases, atLeast, walk);
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
        } else if (certificate instanceof FewOrMany split) {
            checkCount(split.podClass(), split.nodes(), split.limit());
            check(split.few(), cases.few(split.podClass(), split.nodes(), split.limit()), atLeast, walk);
            check(split.many(), cases.many(split.podClass(), split.nodes(), split.limit()), atLeast, walk);
        } else if (certificate instanceof NoneOrOne split) {
            checkCount(split.podClass(), split.nodes(), split.limit());
            if (!cases.areAlike(split.nodes())) {
                throw new Refused(Rule.SYMMETRY, "nodes " + split.nodes() + " are not alike");
            }
            check(split.none(), cases.atMostEach(split.podClass(), split.nodes(), split.limit()), atLeast, walk);
            NodeSet first = NodeSet.of(split.nodes().node(0));
            check(split.one(), cases.many(split.podClass(), first, split.limit()), atLeast, walk);
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
        Set<Integer> left = new HashSet<>(byDomain.domains());
        if (left.isEmpty() && cases.state(domains.group()) != GroupState.PLACED) {
            throw new Refused(Rule.CASES, "group " + domains.group() + " may have no pods");
        }
        for (InDomains.Case some : domains.cases()) {
            for (int domain : some.domains()) {
                if (left.remove(domain)) {
                    Cases inside = cases.inDomain(domains.group(), domainOf, domain, byDomain);
                    check(some.certificate(), inside, atLeast, walk);
                }
            }
        }
        if (!left.isEmpty()) {
            throw new Refused(Rule.CASES, "group " + domains.group() + ": nothing about domains " + left);
        }
    }

    private void checkWeights(Weights weights, Cases cases, int atLeast, Walk walk) {
        checkPoints(weights.points(), packing.classes().size());
        checkPoints(weights.limitPoints(), cases.limits().size());
        checkPoints(weights.sharedPoints(), weights.sharedPoints().isEmpty() ? 0 : packing.conflicts().size());
        long need = new Need(packing, groups, cases.states(), weights.points()).of(atLeast);
        walk.leaves++;
        if (need == Need.NEVER) {
            return;
        }
        for (int i = 0; i < cases.limits().size(); i++) {
            Cases.Limit limit = cases.limits().get(i);
            long points = Math.multiplyExact(weights.limitPoints().get(i), (long) limit.count());
            need = limit.many() ? Math.addExact(need, points) : Math.subtractExact(need, points);
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
        if (walk.leaves == 1) {
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
                    throw new Refused(Rule.CASES, "conflict " + i + " is not of a class with itself over wider domains");
                }
                BitSet domains = new BitSet();
                for (int node : cases.nodes()) {
                    if (domainOf[node] >= 0 && cases.most(conflict.a(), node) > 0 && shapes.fits(conflict.a(), node)) {
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
        for (long some : new ArrayList<>(points)) {
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
