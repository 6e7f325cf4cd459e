package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.GroupBranch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Exact search over the choices that the tree of groups leaves open, from the root down: whether a group has pods, and in which domain it
 * lies. Every case is bounded first, with the open choices left out; domains are tried from the most to the least promising.
 */
final class CaseSearch {

    private static final int MANY_CLASSES = 32;

    private final Question question;
    private final WorkMeter steps;
    private final Best best;
    private final Bounds bounds;
    private final PatternSearch patterns;
    private final ShareOut shareOut;

    CaseSearch(Question question, WorkMeter steps, Best best) {
        this.question = question;
        this.steps = steps;
        this.best = best;
        this.bounds = new Bounds(question, steps);
        this.patterns = new PatternSearch(question, steps, bounds, best);
        this.shareOut = new ShareOut(question, steps, best);
    }

    /** Finds the best answer, and says why there is none better. */
    Certificate exhaust() {
        return exhaust(Case.start(question), true, null);
    }

    /** Finds better answers of a case that leaves other answers out. */
    void improve(Case some) {
        exhaust(some, false, null);
    }

    /**
     * Finds the best answer of a case.
     *
     * @param whole whether the case leaves no answer to the question out
     * @param known a bound on the case, if there is one
     * @return why the case has no answer better than the best found so far
     */
    private Certificate exhaust(Case some, boolean whole, @Nullable Bound known) {
        int open = some.open(question.tree);
        if (open < 0) {
            return patterns.exhaust(situation(some), whole, known);
        }
        Bound bound = known == null ? quickest(some) : known;
        if (bound != null) {
            if (whole) {
                best.lower(bound.atMost(), bound.weights());
            }
            if (bound.atMost() < best.target()) {
                return bound.weights();
            }
        }
        Certificate counted = shareOut.exhaust(some);
        if (counted != null) {
            return counted;
        }
        return some.state()[open] == Tree.OPEN ? exhaustGroup(some, open) : exhaustDomains(some, open, whole);
    }

    /** A bound by guessed points; by aggregates alone where there are so many classes, as of replicas, that guesses take long. */
    private @Nullable Bound quickest(Case some) {
        if (question.classes > MANY_CLASSES) {
            steps.spend(1 + (long) some.nodes().length * question.resources / 8);
            return new Aggregates(question, some.state(), best.target()).bound(some.nodes());
        }
        return bounds.guessed(situation(some), best.target());
    }

    private Situation situation(Case some) {
        Situation situation = Situation.of(question, some);
        steps.spend(1 + some.nodes().length / 2 + (long) situation.kinds.size() * question.classes / 8);
        return situation;
    }

    private Certificate exhaustGroup(Case some, int group) {
        Certificate placed = exhaust(some.withGroup(question.tree, group, Tree.PLACED), false, null);
        Certificate not = exhaust(some.withGroup(question.tree, group, Tree.EMPTY), false, null);
        return new GroupBranch(group, placed, not);
    }

    private Certificate exhaustDomains(Case some, int group, boolean whole) {
        List<Domain> domains = new ArrayList<>();
        Aggregates aggregates = new Aggregates(question, some.state(), best.target());
        int highest = 0;
        for (Map.Entry<Integer, int[]> domain : nodesByDomain(some, group).entrySet()) {
            Case inside = some.inDomain(group, domain.getKey(), domain.getValue());
            Bound bound = domain.getValue() == some.nodes() ? null : aggregates.bound(domain.getValue());
            if (bound == null) {
                bound = quickest(inside);
            }
            domains.add(new Domain(inside, domain.getKey(), bound));
            highest = Math.max(highest, bound == null ? Integer.MAX_VALUE : bound.atMost());
        }
        Map<Certificate, List<Integer>> refuted = new LinkedHashMap<>();
        if (whole && highest < best.atMost()) {
            domains.forEach(domain -> refuted.computeIfAbsent(domain.bound.weights(), any -> new ArrayList<>())
                    .add(domain.number));
            best.lower(highest, new DomainBranch(group, cases(refuted)));
            refuted.clear();
        }
        domains.sort(Comparator.comparingInt(Domain::negatedBound));
        for (Domain domain : domains) {
            boolean hopeless = domain.bound != null && domain.bound.atMost() < best.target();
            Certificate why = hopeless ? domain.bound.weights() : exhaust(domain.inside, false, domain.bound);
            refuted.computeIfAbsent(why, any -> new ArrayList<>()).add(domain.number);
        }
        return new DomainBranch(group, cases(refuted));
    }

    private static List<DomainBranch.Case> cases(Map<Certificate, List<Integer>> refuted) {
        List<DomainBranch.Case> cases = new ArrayList<>();
        refuted.forEach((why, numbers) -> cases.add(new DomainBranch.Case(numbers, why)));
        return cases;
    }

    private record Domain(Case inside, int number, @Nullable Bound bound) {

        int negatedBound() {
            return bound == null ? Integer.MIN_VALUE : -bound.atMost();
        }
    }

    /** All domains of a group; with the nodes of each if the group has all pods there are, or else with all nodes of the case. */
    private Map<Integer, int[]> nodesByDomain(Case some, int group) {
        int[] domainOf = question.tree.domainOf[group];
        Interned domains = new Interned(1);
        int[] number = new int[domainOf.length];
        long[] row = new long[1];
        for (int n = 0; n < domainOf.length; n++) {
            row[0] = domainOf[n];
            number[n] =
                    domainOf[n] < 0 ? -1 : n > 0 && domainOf[n] == domainOf[n - 1] ? number[n - 1] : domains.add(row);
        }
        int[][] inside = holdsAll(some, group) ? inside(some.nodes(), number, domains.size()) : null;
        Map<Integer, int[]> nodes = new TreeMap<>();
        for (int d = 0; d < domains.size(); d++) {
            nodes.put((int) domains.get(d, 0), inside == null ? some.nodes() : inside[d]);
        }
        return nodes;
    }

    private boolean holdsAll(Case some, int group) {
        boolean holdsAll = true;
        for (int j = 0; j < question.classes; j++) {
            int leaf = question.tree.leafOf[j];
            holdsAll &= leaf < 0 || some.state()[leaf] == Tree.EMPTY || question.tree.holds(group, j);
        }
        return holdsAll;
    }

    private static int[][] inside(int[] nodes, int[] number, int domains) {
        int[] sizes = new int[domains];
        for (int node : nodes) {
            if (number[node] >= 0) {
                sizes[number[node]]++;
            }
        }
        int[][] inside = new int[domains][];
        for (int d = 0; d < domains; d++) {
            inside[d] = new int[sizes[d]];
        }
        for (int node : nodes) {
            int d = number[node];
            if (d >= 0) {
                inside[d][inside[d].length - sizes[d]--] = node;
            }
        }
        return inside;
    }
}
