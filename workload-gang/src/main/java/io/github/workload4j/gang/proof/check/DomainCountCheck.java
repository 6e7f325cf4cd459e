package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.DomainCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that groups are alike, that what is said to be too much for a domain is, and that what is left for all
 * domains together is too little: what the javadoc of {@link DomainCount} argues.
 */
final class DomainCountCheck {

    /** Most combinations of numbers of groups; more take too long to add up. */
    private static final int MOST_COMBINATIONS = 100_000;

    private final DomainCount shared;
    private final Asked asked;
    private final Packing packing;
    private final NumberedGroups groups;
    private final Cases cases;
    private final Walk walk;
    private final int depth;
    private final List<List<Integer>> alike;
    private final int[] most;
    private final BitSet classes = new BitSet();

    /** Domain of each node, or null if all nodes are one. */
    private int @Nullable [] label;

    private NodesByDomain byDomain = new NodesByDomain(new int[0]);

    DomainCountCheck(DomainCount shared, Asked asked, Cases cases, Walk walk, int depth) {
        this.shared = shared;
        this.asked = asked;
        this.packing = asked.packing();
        this.groups = asked.groups();
        this.cases = cases;
        this.walk = walk;
        this.depth = depth;
        this.alike = shared.alike();
        this.most = alike.stream().mapToInt(List::size).toArray();
    }

    /**
     * {@return why what is said to be too much for a domain is: all of it is to be checked}
     *
     * <p>Refuses groups that may not be counted together.
     */
    List<Duty> parts() {
        checkGroups();
        byDomain = new NodesByDomain(label == null ? new int[packing.nodes().count()] : label);
        List<Duty> duties = new ArrayList<>();
        BitSet named = new BitSet();
        for (DomainCount.Case some : shared.cases()) {
            Place.checkNamed(some.domains(), byDomain, named);
            for (int domain : some.domains()) {
                int[] nodes = nodesOf(byDomain.rank(domain));
                for (DomainCount.TooMany tooMany : some.tooMany()) {
                    List<List<PackingGroup>> first = first(tooMany.counts());
                    walk.work.look(8 + most.length);
                    duties.add(Place.within(() -> excerpt(first, nodes), tooMany.why(), walk, depth + 1));
                }
            }
        }
        return duties;
    }

    /** {@return what to keep of it, where no case was made before} */
    CountedDomains kept() {
        List<List<PackingGroup>> counted = alike.stream()
                .map(some -> some.stream().map(groups::group).toList())
                .toList();
        return new CountedDomains(shared, counted, label, byDomain);
    }

    /**
     * {@return number of groups that the domains may hold, where all are alike; -1 for groups of several sorts}
     *
     * <p>Refuses if they may hold enough, all that was said to be too much being so.
     */
    int addUp(int atLeast) {
        List<int[]> together = together(refuted());
        for (int[] counts : together) {
            GroupState[] state = stateOf(counts);
            List<Long> nothing = Collections.nCopies(packing.classes().size(), 0L);
            walk.work.look(2 * (packing.classes().size() + groups.count()));
            if (state != null
                    && new RequiredPoints(packing, groups, state, nothing).of(atLeast) != RequiredPoints.NEVER) {
                throw new Refused(
                        Rule.WORTH, "the domains may hold " + Arrays.toString(counts) + " groups, which is enough");
            }
        }
        return most.length > 1
                ? -1
                : together.stream().mapToInt(counts -> counts[0]).max().orElse(0);
    }

    /** What is known if no more groups than these have pods; null if that cannot be. */
    private GroupState @Nullable [] stateOf(int[] counts) {
        GroupState[] state = cases.states().clone();
        for (int t = 0; t < most.length; t++) {
            for (int i = counts[t]; i < most[t]; i++) {
                int group = alike.get(t).get(i);
                if (state[group] == GroupState.PLACED) {
                    return null;
                }
                groups.empty(state, group);
            }
        }
        return state;
    }

    private void checkGroups() {
        BitSet seen = new BitSet();
        boolean first = true;
        for (List<Integer> some : alike) {
            if (some.isEmpty()) {
                throw new Refused(Rule.CASES, "no groups");
            }
            for (int group : some) {
                if (group < 0 || group >= groups.count()) {
                    throw new Refused(Rule.CASES, "group " + group);
                }
                int[] domainOf = groups.group(group).domainOf();
                label = first ? domainOf : label;
                first = false;
                BitSet inside = groups.classes(group);
                if (!Arrays.equals(label, domainOf)) {
                    throw new Refused(Rule.CASES, "group " + group + " is not bound to the domains of the others");
                }
                if (seen.get(group) || inside.isEmpty() || classes.intersects(inside) || groups.isMetByNothing(group)) {
                    throw new Refused(Rule.CASES, "group " + group + " is counted twice or needs no pods");
                }
                if (!areAlike(some.get(0), group)) {
                    throw new Refused(Rule.SYMMETRY, "groups " + some.get(0) + " and " + group + " are not alike");
                }
                seen.set(group);
                classes.or(inside);
            }
        }
        if (first) {
            throw new Refused(Rule.CASES, "no groups");
        }
    }

    private boolean areAlike(int a, int b) {
        if (a == b) {
            return true;
        }
        Map<Integer, Integer> exchanged = new HashMap<>();
        return parent(a) == parent(b)
                && cases.state(a) == cases.state(b)
                && areEqual(a, b, true, exchanged)
                && areConflictsKept(exchanged);
    }

    private int parent(int group) {
        for (int parent = group - 1; parent >= 0; parent--) {
            if (groups.children(parent).contains(group)) {
                return parent;
            }
        }
        return -1;
    }

    private boolean areEqual(int a, int b, boolean outermost, Map<Integer, Integer> exchanged) {
        PackingGroup one = groups.group(a);
        PackingGroup other = groups.group(b);
        boolean open = outermost || cases.state(a) == GroupState.OPEN && cases.state(b) == GroupState.OPEN;
        if (!open
                || one.minimum() != other.minimum()
                || one.classes().size() != other.classes().size()
                || one.children().size() != other.children().size()
                || !Arrays.equals(one.domainOf(), other.domainOf())) {
            return false;
        }
        for (int i = 0; i < one.classes().size(); i++) {
            PodClass p = packing.classes().get(one.classes().get(i));
            PodClass q = packing.classes().get(other.classes().get(i));
            if (!Arrays.equals(p.request(), q.request())
                    || p.count() != q.count()
                    || p.min() != q.min()
                    || p.maxPerNode() != q.maxPerNode()
                    || !Arrays.equals(p.eligible(), q.eligible())) {
                return false;
            }
            exchanged.put(one.classes().get(i), other.classes().get(i));
            exchanged.put(other.classes().get(i), one.classes().get(i));
        }
        for (int i = 0; i < one.children().size(); i++) {
            if (!areEqual(groups.children(a).get(i), groups.children(b).get(i), false, exchanged)) {
                return false;
            }
        }
        return true;
    }

    private boolean areConflictsKept(Map<Integer, Integer> exchanged) {
        walk.work.look(packing.conflicts().size());
        for (Conflict conflict : packing.conflicts()) {
            int a = exchanged.getOrDefault(conflict.a(), conflict.a());
            int b = exchanged.getOrDefault(conflict.b(), conflict.b());
            boolean same = a == conflict.a() && b == conflict.b();
            if (!same && !asked.rules().areApart(a, b, conflict.domainOf())) {
                return false;
            }
        }
        return true;
    }

    /**
     * By domain, the numbers of groups that are too many: those of the certificate, and any where there is no node
     * for them.
     */
    private List<List<List<Integer>>> refuted() {
        List<List<List<Integer>>> refuted = new ArrayList<>();
        for (int rank = 0; rank < byDomain.count(); rank++) {
            refuted.add(new ArrayList<>());
            for (int t = 0; t < most.length && nodesOf(rank).length == 0; t++) {
                List<Integer> one = new ArrayList<>(Collections.nCopies(most.length, 0));
                one.set(t, 1);
                refuted.get(rank).add(one);
            }
        }
        for (DomainCount.Case some : shared.cases()) {
            for (int domain : some.domains()) {
                some.tooMany()
                        .forEach(tooMany -> refuted.get(byDomain.rank(domain)).add(tooMany.counts()));
            }
        }
        return refuted;
    }

    /** The nodes of a domain that no case takes from all classes of the groups. */
    private int[] nodesOf(int rank) {
        walk.work.look(byDomain.nodes(rank).length * (1 + cases.caps().size()));
        return Arrays.stream(byDomain.nodes(rank))
                .filter(node -> cases.caps().stream().noneMatch(cap -> cap.most() == 0 && covers(cap, node)))
                .toArray();
    }

    private boolean covers(Cases.Cap cap, int node) {
        BitSet outside = (BitSet) classes.clone();
        outside.andNot(cap.classes());
        return outside.isEmpty() && cap.nodes().test(node);
    }

    /** The first groups of each list, as many as {@code counts} says. */
    private List<List<PackingGroup>> first(List<Integer> counts) {
        if (counts.size() != most.length) {
            throw new Refused(Rule.CASES, counts + " groups");
        }
        List<List<PackingGroup>> some = new ArrayList<>();
        for (int t = 0; t < most.length; t++) {
            if (counts.get(t) < 0 || counts.get(t) > most[t]) {
                throw new Refused(Rule.CASES, counts + " groups");
            }
            if (counts.get(t) > 0) {
                some.add(alike.get(t).subList(0, counts.get(t)).stream()
                        .map(groups::group)
                        .toList());
            }
        }
        if (some.isEmpty()) {
            throw new Refused(Rule.CASES, counts + " groups");
        }
        return some;
    }

    private Asked excerpt(List<List<PackingGroup>> some, int[] nodes) {
        int classes = packing.classes().size();
        walk.work.look(classes
                + packing.conflicts().size()
                + nodes.length * (1 + packing.nodes().resources()));
        return Asked.of(Excerpt.of(packing, some, nodes).packing());
    }

    /** Numbers of groups that all domains may hold together, such that all others are within them. */
    private List<int[]> together(List<List<List<Integer>>> refuted) {
        int all = 1;
        for (int some : most) {
            if ((long) all * (some + 1) > MOST_COMBINATIONS) {
                throw new Refused(Rule.LIMIT, "too many combinations of numbers of groups");
            }
            all *= some + 1;
        }
        BitSet together = new BitSet(all);
        together.set(0);
        for (List<List<Integer>> tooMany : refuted) {
            List<int[]> allowed = allowed(tooMany);
            walk.work.spend(1 + ((long) together.cardinality() * allowed.size() * most.length >> 2));
            BitSet more = new BitSet(all);
            for (int number = together.nextSetBit(0); number >= 0; number = together.nextSetBit(number + 1)) {
                for (int[] some : allowed) {
                    more.set(plus(number, some));
                }
            }
            together = more;
        }
        return together.stream().mapToObj(this::counts).toList();
    }

    /** Vectors are numbered with the last count going round first. */
    private int plus(int number, int[] some) {
        int left = number;
        int sum = 0;
        int stride = 1;
        for (int t = most.length - 1; t >= 0; t--) {
            sum += Math.min(most[t], left % (most[t] + 1) + some[t]) * stride;
            left /= most[t] + 1;
            stride *= most[t] + 1;
        }
        return sum;
    }

    private int[] counts(int number) {
        int[] counts = new int[most.length];
        int left = number;
        for (int t = most.length - 1; t >= 0; t--) {
            counts[t] = left % (most[t] + 1);
            left /= most[t] + 1;
        }
        return counts;
    }

    /** Numbers that have none of the given ones within them, such that all others of that kind are within these. */
    private List<int[]> allowed(List<List<Integer>> tooMany) {
        List<int[]> allowed = List.of(most);
        for (List<Integer> some : tooMany) {
            walk.work.look(8 + allowed.size() * most.length);
            List<int[]> lower = new ArrayList<>();
            for (int[] counts : allowed) {
                boolean has = true;
                for (int t = 0; t < counts.length; t++) {
                    has &= some.get(t) <= counts[t];
                }
                if (!has) {
                    lower.add(counts);
                }
                for (int t = 0; has && t < counts.length; t++) {
                    if (some.get(t) > 0) {
                        int[] less = counts.clone();
                        less[t] = some.get(t) - 1;
                        lower.add(less);
                    }
                }
            }
            if (lower.size() > MOST_COMBINATIONS) {
                throw new Refused(Rule.LIMIT, "too many numbers of groups for a domain");
            }
            allowed = lower;
        }
        return allowed;
    }
}
