package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.bound.AggregateBound;
import io.github.workload4j.gang.search.bound.DualBounds;
import io.github.workload4j.gang.search.bound.UpperBound;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.RowInterner;
import io.github.workload4j.gang.search.model.StepPrice;
import io.github.workload4j.gang.search.model.Subproblem;
import io.github.workload4j.gang.search.share.DomainAssignment;
import io.github.workload4j.gang.search.share.SubSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over the choices that the tree of groups leaves open, from the root down: whether a group has pods,
 * and in which domain it lies.
 *
 * <p>Every case is bounded first, its open choices left open. Domains are tried from the most to the least promising. A
 * case without open choices goes to {@link NodeSearch}.
 */
final class GroupSearch implements SubSearch {

    private static final int MANY_CLASSES = 32;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final Incumbent incumbent;
    private final DualBounds bounds;
    private final NodeSearch patterns;
    private final DomainAssignment shareOut;

    GroupSearch(ReducedPacking reduced, WorkMeter meter, Incumbent incumbent) {
        this.reduced = reduced;
        this.meter = meter;
        this.incumbent = incumbent;
        this.bounds = new DualBounds(reduced, meter);
        this.patterns = new NodeSearch(reduced, meter, bounds, incumbent);
        this.shareOut = new DomainAssignment(reduced, meter, incumbent, this);
    }

    /** Finds the best answer, and returns the proof that there is none better. */
    Certificate exhaust() {
        return exhaust(Case.start(reduced), true, null);
    }

    @Override
    public PackingAnswer answer(Packing packing, WorkMeter meter) {
        return PackingSearch.search(packing, meter, null);
    }

    @Override
    public void improve(Case chosen, WorkMeter meter) {
        new GroupSearch(reduced, meter, incumbent).exhaust(chosen, false, null);
    }

    /**
     * Finds the best answer of a case.
     *
     * @param whole whether every answer to the question belongs to the case
     * @param known a bound on the case, or null
     * @return why the case has no answer better than the incumbent
     */
    private Certificate exhaust(Case current, boolean whole, @Nullable UpperBound known) {
        int open = current.open(reduced.tree);
        if (open < 0) {
            return patterns.exhaust(subproblem(current), whole, known);
        }
        UpperBound bound = known == null ? quickest(current) : known;
        if (bound != null) {
            if (whole) {
                incumbent.tighten(bound.atMost(), bound.weights());
            }
            if (bound.atMost() < incumbent.target()) {
                return bound.weights();
            }
        }
        Certificate counted = shareOut.exhaust(current);
        if (counted != null) {
            return counted;
        }
        return current.state()[open] == PackingTree.OPEN
                ? exhaustGroup(current, open)
                : exhaustDomains(current, open, whole);
    }

    /** A bound by guessed weights; by aggregates alone where classes are too many for quick guesses. */
    private @Nullable UpperBound quickest(Case current) {
        if (reduced.classes > MANY_CLASSES) {
            meter.spend(StepPrice.ofAggregates(current.nodes().length, reduced.resources));
            return new AggregateBound(reduced, current.state(), incumbent.target()).bound(current.nodes());
        }
        return bounds.guessed(subproblem(current), incumbent.target());
    }

    private Subproblem subproblem(Case current) {
        Subproblem subproblem = Subproblem.of(reduced, current);
        meter.spend(StepPrice.ofSubproblem(current.nodes().length, subproblem.types.size(), reduced.classes));
        return subproblem;
    }

    private Certificate exhaustGroup(Case current, int group) {
        Certificate placed = exhaust(current.withGroup(reduced.tree, group, PackingTree.PLACED), false, null);
        Certificate not = exhaust(current.withGroup(reduced.tree, group, PackingTree.EMPTY), false, null);
        return new GroupBranch(group, placed, not);
    }

    private Certificate exhaustDomains(Case current, int group, boolean whole) {
        List<Domain> domains = new ArrayList<>();
        AggregateBound aggregates = new AggregateBound(reduced, current.state(), incumbent.target());
        Map<Certificate, List<Integer>> refuted = new LinkedHashMap<>();
        int highest = 0;
        for (Map.Entry<Integer, int[]> domain : nodesByDomain(current, group).entrySet()) {
            Case inside = current.inDomain(group, domain.getKey(), domain.getValue());
            UpperBound bound = domain.getValue() == current.nodes() ? null : aggregates.bound(domain.getValue());
            if (bound == null) {
                bound = quickest(inside);
            }
            if (bound == null) {
                // It may hold all pods, and then nobody need count what the others hold.
                refute(domain.getKey(), exhaust(inside, false, null), refuted);
                highest = Integer.MAX_VALUE;
            } else {
                domains.add(new Domain(inside, domain.getKey(), bound));
                highest = Math.max(highest, bound.atMost());
            }
        }
        if (whole && highest < incumbent.upperBound()) {
            domains.forEach(domain -> refute(domain.number, domain.bound.weights(), refuted));
            incumbent.tighten(highest, new DomainBranch(group, cases(refuted)));
            refuted.clear();
        }
        domains.sort(Comparator.comparingInt(Domain::negatedBound));
        for (Domain domain : domains) {
            boolean hopeless = domain.bound.atMost() < incumbent.target();
            refute(
                    domain.number,
                    hopeless ? domain.bound.weights() : exhaust(domain.inside, false, domain.bound),
                    refuted);
        }
        return new DomainBranch(group, cases(refuted));
    }

    private static void refute(int domain, Certificate why, Map<Certificate, List<Integer>> refuted) {
        refuted.computeIfAbsent(why, any -> new ArrayList<>()).add(domain);
    }

    private static List<DomainBranch.Case> cases(Map<Certificate, List<Integer>> refuted) {
        List<DomainBranch.Case> cases = new ArrayList<>();
        refuted.forEach((why, numbers) -> cases.add(new DomainBranch.Case(numbers, why)));
        return cases;
    }

    private record Domain(Case inside, int number, UpperBound bound) {

        int negatedBound() {
            return -bound.atMost();
        }
    }

    /**
     * All domains of a group. If the group has all pods there are, each comes with its own nodes, or else with all
     * nodes of the case.
     */
    private Map<Integer, int[]> nodesByDomain(Case current, int group) {
        int[] domainOf = reduced.tree.domainOf[group];
        RowInterner domains = new RowInterner(1);
        int[] number = new int[domainOf.length];
        long[] row = new long[1];
        for (int n = 0; n < domainOf.length; n++) {
            row[0] = domainOf[n];
            number[n] =
                    domainOf[n] < 0 ? -1 : n > 0 && domainOf[n] == domainOf[n - 1] ? number[n - 1] : domains.add(row);
        }
        int[][] inside = holdsAll(current, group) ? inside(current.nodes(), number, domains.size()) : null;
        Map<Integer, int[]> nodes = new TreeMap<>();
        for (int d = 0; d < domains.size(); d++) {
            nodes.put((int) domains.get(d, 0), inside == null ? current.nodes() : inside[d]);
        }
        return nodes;
    }

    private boolean holdsAll(Case current, int group) {
        boolean holdsAll = true;
        for (int j = 0; j < reduced.classes; j++) {
            int leaf = reduced.tree.leafOf[j];
            holdsAll &= leaf < 0 || current.state()[leaf] == PackingTree.EMPTY || reduced.tree.holds(group, j);
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
