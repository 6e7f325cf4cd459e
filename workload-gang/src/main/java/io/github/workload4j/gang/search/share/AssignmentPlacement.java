package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns an assignment of groups to domains into an answer: groups get their domains, pods go where the domain's own
 * answer put them, and the residual groups are a question of their own.
 */
final class AssignmentPlacement {

    /** A question about residual groups gets one of this many parts of the remaining steps. */
    private static final int PARTS = 16;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final Incumbent incumbent;
    private final DomainCapacities capacities;
    private final SubSearch subSearch;

    /** By class, the group class of its group, or -1, and the group's index in it. */
    private final int[] groupClassOf;

    private final int[] placeOf;

    AssignmentPlacement(
            ReducedPacking reduced,
            WorkMeter meter,
            Incumbent incumbent,
            DomainCapacities capacities,
            SubSearch subSearch) {
        this.subSearch = subSearch;
        this.reduced = reduced;
        this.meter = meter;
        this.incumbent = incumbent;
        this.capacities = capacities;
        this.groupClassOf = new int[reduced.classes];
        this.placeOf = new int[reduced.classes];
        Arrays.fill(groupClassOf, -1);
        for (int t = 0; t < capacities.groupClasses.size(); t++) {
            int[] groupClass = capacities.groupClasses.get(t);
            for (int i = 0; i < groupClass.length; i++) {
                for (int g = groupClass[i]; g < reduced.tree.end[groupClass[i]]; g++) {
                    for (int j : reduced.tree.classes[g]) {
                        groupClassOf[j] = t;
                        placeOf[j] = i;
                    }
                }
            }
        }
    }

    /** Offers answers of a case in which each domain gets some groups. */
    void offer(Case current, List<CapacitySum.Given> all) {
        PackingTree tree = reduced.tree;
        byte[] state = current.state().clone();
        int[] domain = current.domain().clone();
        for (int[] groupClass : capacities.groupClasses) {
            for (int group : groupClass) {
                Arrays.fill(state, group, tree.end[group], PackingTree.EMPTY);
            }
        }
        int[] used = new int[capacities.groupClasses.size()];
        List<Placed> placed = new ArrayList<>();
        for (CapacitySum.Given given : all) {
            int[] nodes = capacities.nodesFor(given.index());
            for (Placed pods : given.fit().whole()) {
                int[] groupClass = capacities.groupClasses.get(groupClassOf[pods.podClass()]);
                int place = placeOf[pods.podClass()];
                if (place < given.counts()[groupClassOf[pods.podClass()]]) {
                    int replica = groupClass[used[groupClassOf[pods.podClass()]] + place];
                    int podClass = tree.mirrored(pods.podClass(), groupClass[place], replica);
                    placed.add(new Placed(podClass, nodes[pods.node()], pods.count()));
                }
            }
            for (int t = 0; t < used.length; t++) {
                for (int i = 0; i < given.counts()[t]; i++) {
                    int group = capacities.groupClasses.get(t)[used[t]++];
                    System.arraycopy(current.state(), group, state, group, tree.end[group] - group);
                    state = tree.with(state, group, PackingTree.PLACED);
                    domain[group] = tree.domainOf[group] == null ? -1 : capacities.domain(given.index());
                }
            }
        }
        Case chosen = new Case(state, domain, current.nodes());
        Packing rest = new ResidualGroups(reduced, chosen, groupClassOf).on(placed);
        if (rest != null) {
            PackingAnswer answer = subSearch.answer(rest, meter.steps(PARTS));
            if (answer instanceof PackingAnswer.Fits fits) {
                placed.addAll(fits.placed());
            }
        }
        offer(placed);
        if (rest != null && incumbent.pods() == 0) {
            search(chosen);
        }
    }

    private void offer(List<Placed> placed) {
        placed.sort(Comparator.comparingInt(Placed::node).thenComparingInt(Placed::podClass));
        int[] pods = new int[reduced.classes];
        for (Placed entry : placed) {
            pods[entry.podClass()] += entry.count();
        }
        if (Arrays.stream(pods).sum() > incumbent.pods()
                && reduced.tree.succeeds(pods, reduced.min)
                && areApart(placed)
                && reduced.rows.hold(placed)) {
            incumbent.offer(Placement.of(placed));
        }
    }

    /** Whether the wide conflicts hold. */
    private boolean areApart(List<Placed> placed) {
        Map<Integer, List<Placed>> byClass = new HashMap<>();
        placed.forEach(entry -> byClass.computeIfAbsent(entry.podClass(), j -> new ArrayList<>())
                .add(entry));
        for (Conflict conflict : reduced.wide) {
            int[] domainOf = conflict.domainOf();
            BitSet taken = new BitSet();
            for (Placed entry : byClass.getOrDefault(conflict.a(), List.of())) {
                int domain = domainOf[entry.node()];
                if (domain >= 0 && conflict.a() == conflict.b() && (entry.count() > 1 || taken.get(domain))) {
                    return false;
                }
                if (domain >= 0) {
                    taken.set(domain);
                }
            }
            for (Placed entry : taken.isEmpty() || conflict.a() == conflict.b()
                    ? List.<Placed>of()
                    : byClass.getOrDefault(conflict.b(), List.of())) {
                if (domainOf[entry.node()] >= 0 && taken.get(domainOf[entry.node()])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Searches on for a while with the chosen domains, since other groups still have choices. */
    private void search(Case chosen) {
        try {
            subSearch.improve(chosen, meter.steps(PARTS));
        } catch (WorkMeter.Stopped stopped) {
            // Where it was the part that ended, the search goes on; where it was the whole, this says so again.
            meter.spend(0);
        }
    }
}
