package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CertificateVisitor;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.LevelBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * A place in a certificate: checks that what stands there leaves no case out, as the javadoc of each kind argues, and
 * owes all its cases. What is not checked here is refused: numbers that name nothing, what is said twice, cases of
 * nothing.
 */
final class Place implements CertificateVisitor<List<Duty>> {

    private final Asked asked;
    private final LeafCheck leaves;
    private final Walk walk;
    private final Cases cases;
    private final int atLeast;
    private final int depth;

    /** Where in the tallies of the walk the sum of this place belongs, or -1. */
    private final int tally;

    private Place(Asked asked, LeafCheck leaves, Walk walk, Cases cases, int atLeast, int depth, int tally) {
        this.asked = asked;
        this.leaves = leaves;
        this.walk = walk;
        this.cases = cases;
        this.atLeast = atLeast;
        this.depth = depth;
        this.tally = tally;
    }

    /** {@return what the outermost place of the certificate of a walk owes} */
    static List<Duty> root(Asked asked, Certificate certificate, int atLeast, Walk walk) {
        if (certificate instanceof Weights) {
            walk.keep(new Tallies(asked.shapes().units(), asked.groups(), null));
        }
        LeafCheck leaves = new LeafCheck(asked, walk, true);
        return certificate.accept(new Place(asked, leaves, walk, Cases.all(asked), atLeast, 0, 0));
    }

    /** The outermost place of a certificate within another: why a question within the one asked has no answer. */
    static Duty within(Supplier<Asked> question, Certificate certificate, Walk walk, int depth) {
        return () -> {
            Asked asked = question.get();
            Cases cases = Cases.all(asked);
            walk.enter(depth, cases);
            return certificate.accept(new Place(asked, new LeafCheck(asked, walk, false), walk, cases, 1, depth, -1));
        };
    }

    private Duty part(Certificate certificate, Supplier<Cases> inside) {
        return () -> enter(certificate, inside.get(), -1);
    }

    private List<Duty> enter(Certificate certificate, Cases inside, int place) {
        walk.enter(depth + 1, inside);
        return certificate.accept(new Place(asked, leaves, walk, inside, atLeast, depth + 1, place));
    }

    /** The case that a group lies in one domain, which has the given nodes. */
    private record InDomain(
            Place at, Cases settled, int group, int[] domainOf, int domain, int[] inside, Certificate why, int place)
            implements Duty {

        @Override
        public List<Duty> check() {
            return at.enter(why, settled.inDomain(group, domainOf, domain, inside), place);
        }
    }

    @Override
    public List<Duty> weights(Weights weights) {
        leaves.check(weights, cases, atLeast, tally);
        return List.of();
    }

    @Override
    public List<Duty> groupBranch(GroupBranch either) {
        int group = checkedGroup(either.group());
        return List.of(
                part(either.placed(), () -> cases.withGroup(group, GroupState.PLACED)),
                part(either.not(), () -> cases.withGroup(group, GroupState.EMPTY)));
    }

    @Override
    public List<Duty> domainBranch(DomainBranch domains) {
        int group = checkedGroup(domains.group());
        int[] domainOf = asked.groups().group(group).domainOf();
        if (domainOf == null) {
            throw new Refused(Rule.CASES, "group " + group + " is not bound to a domain");
        }
        NodesByDomain byDomain = asked.shapes().nodesByDomain(group, domainOf);
        if (byDomain.count() == 0 && cases.state(group) != GroupState.PLACED) {
            throw new Refused(Rule.CASES, "group " + group + " may have no pods");
        }
        boolean tallied = depth == 0 && tally == 0 && group == 0;
        if (tallied) {
            walk.keep(new Tallies(asked.shapes().units(), asked.groups(), byDomain));
        }
        Cases settled = cases.settled(group);
        List<Duty> duties = new ArrayList<>();
        BitSet named = new BitSet();
        for (DomainBranch.Case some : domains.cases()) {
            checkNamed(some.domains(), byDomain, named);
            for (int domain : some.domains()) {
                int rank = byDomain.rank(domain);
                int[] inside = byDomain.nodes(rank);
                int place = tallied ? rank : -1;
                duties.add(new InDomain(this, settled, group, domainOf, domain, inside, some.certificate(), place));
            }
        }
        if (named.cardinality() < byDomain.count()) {
            int first = byDomain.domain(named.nextClearBit(0));
            throw new Refused(Rule.CASES, "group " + group + ": nothing about domain " + first);
        }
        return duties;
    }

    @Override
    public List<Duty> domainCount(DomainCount shared) {
        walk.countLeaves(leaves.isOutermost() ? shared.leaves() : 0);
        DomainCountCheck check = new DomainCountCheck(shared, asked, cases, walk, depth);
        List<Duty> duties = new ArrayList<>(check.parts());
        if (depth == 0) {
            walk.keep(check.kept());
        } else {
            walk.untold();
        }
        duties.add(() -> {
            int room = check.addUp(atLeast);
            walk.setRoom(room);
            return List.of();
        });
        return duties;
    }

    @Override
    public List<Duty> conflictBranch(ConflictBranch apart) {
        int number = apart.conflict();
        if (number < 0 || number >= asked.packing().conflicts().size()) {
            throw new Refused(Rule.CASES, "conflict " + number);
        }
        Conflict conflict = asked.packing().conflicts().get(number);
        int[] domainOf = conflict.domainOf();
        if (domainOf == null || conflict.a() == conflict.b()) {
            throw new Refused(Rule.CASES, "conflict " + number + " is not of two classes over wider domains");
        }
        int domain = apart.domain();
        walk.work.look(domainOf.length / 8);
        if (domain < 0 || !contains(domainOf, domain)) {
            throw new Refused(Rule.CASES, "conflict " + number + " has no domain " + domain);
        }
        return List.of(
                part(apart.withoutA(), () -> cases.keptOut(conflict.a(), domainOf, domain)),
                part(apart.withoutB(), () -> cases.keptOut(conflict.b(), domainOf, domain)));
    }

    @Override
    public List<Duty> countBranch(CountBranch split) {
        List<PodClass> classes = asked.packing().classes();
        int podClass = split.podClass();
        int limit = split.limit();
        NodeSet nodes = split.nodes();
        if (podClass < 0 || podClass >= classes.size() || limit < 0 || limit == Integer.MAX_VALUE) {
            throw new Refused(Rule.CASES, "class " + podClass + ", limit " + limit);
        }
        int count = asked.packing().nodes().count();
        if (nodes.size() == 0 || nodes.node(0) < 0 || nodes.node(nodes.size() - 1) >= count) {
            throw new Refused(Rule.CASES, "nodes " + nodes.brief());
        }
        if (!cases.areAlike(nodes, walk.work)) {
            throw new Refused(Rule.SYMMETRY, "nodes " + nodes.brief() + " are not alike");
        }
        return List.of(
                part(split.none(), () -> cases.atMostEach(podClass, nodes, limit)),
                part(split.one(), () -> cases.atLeast(podClass, nodes.node(0), limit + 1)));
    }

    @Override
    public List<Duty> levelBranch(LevelBranch level) {
        int spread = level.spread();
        if (spread < 0 || spread >= asked.packing().spreads().size() || level.pods() < 1) {
            throw new Refused(Rule.CASES, "spread " + spread + ", " + level.pods() + " pods");
        }
        walk.work.look(asked.rows().size());
        return List.of(
                part(level.reached(), () -> cases.withLevel(spread, level.pods(), true)),
                part(level.missed(), () -> cases.withLevel(spread, level.pods(), false)));
    }

    private int checkedGroup(int group) {
        if (group < 0 || group >= asked.groups().count()) {
            throw new Refused(Rule.CASES, "group " + group);
        }
        return group;
    }

    /** Refuses domains that are none, or named before; notes the others by rank. */
    static void checkNamed(List<Integer> domains, NodesByDomain byDomain, BitSet named) {
        if (domains.isEmpty()) {
            throw new Refused(Rule.CASES, "a case of no domain");
        }
        for (int domain : domains) {
            int rank = byDomain.rank(domain);
            if (rank < 0 || named.get(rank)) {
                throw new Refused(Rule.CASES, "domain " + domain + (rank < 0 ? " has no node" : " is named twice"));
            }
            named.set(rank);
        }
    }

    private static boolean contains(int[] domainOf, int domain) {
        for (int some : domainOf) {
            if (some == domain) {
                return true;
            }
        }
        return false;
    }
}
