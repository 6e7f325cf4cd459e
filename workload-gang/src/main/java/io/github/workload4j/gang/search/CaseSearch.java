package io.github.workload4j.gang.search;

import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.InDomains;
import io.github.workload4j.gang.proof.PlacedOrNot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Exact search over the choices that the tree of groups leaves open, from the root down: whether a group has pods, and in which domain it
 * lies. Every case is bounded first, with the open choices left out; domains are tried from the most to the least promising.
 */
final class CaseSearch {

    private final Question question;
    private final Steps steps;
    private final Best best;
    private final SimpleBounds bounds;
    private final PatternSearch patterns;

    CaseSearch(Question question, Steps steps, Best best) {
        this.question = question;
        this.steps = steps;
        this.best = best;
        this.bounds = new SimpleBounds(question, steps);
        this.patterns = new PatternSearch(question, steps, best);
    }

    /** {@return a bound on all answers, without search} */
    Bound bound() {
        return bounds.of(Situation.of(question, Case.start(question)), 1, best.trivial());
    }

    /** {@return why no answer of the case places {@code target} pods, or null if one has been found that does} */
    @Nullable Certificate refute(Case some, int target) {
        steps.spend(1 + some.nodes().length);
        Situation situation = Situation.of(question, some);
        int open = some.open(question.tree);
        if (open < 0) {
            return patterns.refute(situation, target, 0);
        }
        Bound bound = bounds.of(situation, target, best.trivial());
        if (bound.atMost() < target) {
            return bound.weights();
        }
        return some.state()[open] == Tree.OPEN ? refuteGroup(some, open, target) : refuteDomains(some, open, target);
    }

    private @Nullable Certificate refuteGroup(Case some, int group, int target) {
        Certificate placed = refute(some.withGroup(question.tree, group, Tree.PLACED), target);
        if (placed == null) {
            return null;
        }
        Certificate not = refute(some.withGroup(question.tree, group, Tree.EMPTY), target);
        return not == null ? null : new PlacedOrNot(group, placed, not);
    }

    private @Nullable Certificate refuteDomains(Case some, int group, int target) {
        List<InDomains.Case> refuted = new ArrayList<>();
        List<Domain> left = new ArrayList<>();
        for (Map.Entry<Integer, int[]> domain : nodesByDomain(some, group).entrySet()) {
            Case inside = some.inDomain(group, domain.getKey(), domain.getValue());
            steps.spend(1 + domain.getValue().length);
            Bound bound = bounds.of(Situation.of(question, inside), target, best.trivial());
            if (bound.atMost() < target) {
                refuted.add(new InDomains.Case(List.of(domain.getKey()), bound.weights()));
            } else {
                left.add(new Domain(inside, domain.getKey(), bound.atMost()));
            }
        }
        left.sort(Comparator.comparing(Domain::atMost).reversed());
        for (Domain domain : left) {
            Certificate certificate = refute(domain.inside, target);
            if (certificate == null) {
                return null;
            }
            refuted.add(new InDomains.Case(List.of(domain.number), certificate));
        }
        return new InDomains(group, refuted);
    }

    private record Domain(Case inside, int number, int atMost) {}

    /** All domains of a group; with the nodes of each if the group has all pods there are, or else with all nodes of the case. */
    private Map<Integer, int[]> nodesByDomain(Case some, int group) {
        int[] domainOf = question.tree.domainOf[group];
        Map<Integer, int[]> sizes = new TreeMap<>();
        for (int domain : domainOf) {
            if (domain >= 0) {
                sizes.computeIfAbsent(domain, any -> new int[1]);
            }
        }
        Map<Integer, int[]> nodes = new TreeMap<>();
        boolean holdsAll = true;
        for (int j = 0; j < question.classes; j++) {
            int leaf = question.tree.leafOf[j];
            holdsAll &= leaf < 0 || some.state()[leaf] == Tree.EMPTY || question.tree.holds(group, j);
        }
        if (!holdsAll) {
            sizes.keySet().forEach(domain -> nodes.put(domain, some.nodes()));
            return nodes;
        }
        for (int node : some.nodes()) {
            if (domainOf[node] >= 0) {
                sizes.get(domainOf[node])[0]++;
            }
        }
        sizes.forEach((domain, size) -> nodes.put(domain, new int[size[0]]));
        for (int node : some.nodes()) {
            if (domainOf[node] >= 0) {
                int[] into = nodes.get(domainOf[node]);
                into[into.length - sizes.get(domainOf[node])[0]--] = node;
            }
        }
        return nodes;
    }
}
