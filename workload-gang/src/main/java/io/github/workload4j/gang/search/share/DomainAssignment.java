package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assigns groups to domains: bin packing with groups as items. For groups without a domain of their own, all nodes are
 * one domain.
 *
 * <p>Groups in different domains do not meet. So each domain is {@linkplain DomainCapacity asked on its own} for which
 * count vectors it has room, and {@link DomainCapacities} finds those for which all domains have room together.
 * Interchangeable groups are counted, not named, so that no choice of a domain for each of them is searched.
 */
public final class DomainAssignment {

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final Incumbent incumbent;
    private final GroupClasses alike;
    private final SubSearch subSearch;
    private final Set<List<Integer>> tried = new HashSet<>();

    public DomainAssignment(ReducedPacking reduced, WorkMeter meter, Incumbent incumbent, SubSearch subSearch) {
        this.subSearch = subSearch;
        this.reduced = reduced;
        this.meter = meter;
        this.incumbent = incumbent;
        this.alike = new GroupClasses(reduced);
    }

    /**
     * Finds better answers of a case by assignment alone.
     *
     * @return why the case has no answer better than the incumbent, or null if that is still open
     */
    @Nullable
    public Certificate exhaust(Case current) {
        List<Integer> groups = groups(current);
        List<int[]> groupClasses = alike.partition(groups, current.state());
        GroupCounts counts = new GroupCounts(
                groupClasses.stream().mapToInt(groupClass -> groupClass.length).toArray());
        if (groups.isEmpty() || counts.size < 0 || !tried.add(key(current, groups.get(0)))) {
            return null;
        }
        DomainCapacities capacities = new DomainCapacities(reduced, meter, groupClasses, counts, current, subSearch);
        for (CapacitySum sum :
                List.of(new CapacitySum(meter, capacities, true), new CapacitySum(meter, capacities, false))) {
            offer(current, capacities, sum);
        }
        return capacities.refutation(current, incumbent.target());
    }

    private void offer(Case current, DomainCapacities capacities, CapacitySum sum) {
        AssignmentPlacement placement = new AssignmentPlacement(reduced, meter, incumbent, capacities, subSearch);
        int target;
        do {
            target = incumbent.target();
            int chosen = sum.best(current, target);
            if (chosen >= 0) {
                placement.offer(current, sum.shared(chosen));
            }
        } while (incumbent.target() > target);
    }

    /** The label of a group and the domains around it. An assignment is tried once for each of these. */
    private List<Integer> key(Case current, int group) {
        List<Integer> key = new ArrayList<>();
        int first = 0;
        while (!Arrays.equals(reduced.tree.domainOf[first], reduced.tree.domainOf[group])) {
            first++;
        }
        key.add(first);
        for (int g = around(group); g >= 0; g = around(g)) {
            key.add(g);
            key.add(current.domain()[g]);
        }
        return key;
    }

    private List<Integer> groups(Case current) {
        List<Integer> bound = boundGroups(current);
        return bound.isEmpty() ? freeGroups(current) : bound;
    }

    /**
     * Open groups that are bound to domains of one label, all with the same domain around them. Empty if there are
     * none, or if a domain of that label has been chosen.
     */
    private List<Integer> boundGroups(Case current) {
        PackingTree tree = reduced.tree;
        List<Integer> groups = new ArrayList<>();
        for (int g = 1; g < tree.size; g++) {
            boolean open = isBound(current, g)
                    && current.domain()[g] < 0
                    && !tree.metByNothing[g]
                    && isAroundKnown(current, g);
            if (open && (groups.isEmpty() || isBeside(groups.get(0), g))) {
                groups.add(g);
            }
        }
        for (int g = 1; !groups.isEmpty() && g < tree.size; g++) {
            if (isBound(current, g) && current.domain()[g] >= 0 && isBeside(groups.get(0), g)) {
                return List.of();
            }
        }
        return groups;
    }

    /**
     * Leaves without domains of their own and with the same domain around them. Empty unless all are open and some are
     * interchangeable.
     */
    private List<Integer> freeGroups(Case current) {
        PackingTree tree = reduced.tree;
        List<Integer> groups = new ArrayList<>();
        for (int g = 1; g < tree.size; g++) {
            if (tree.leaf[g] && tree.domainOf[g] == null && tree.holdsPods(g) && !tree.metByNothing[g]) {
                if (current.state()[g] != PackingTree.OPEN) {
                    return List.of();
                }
                if (isAroundKnown(current, g) && (groups.isEmpty() || around(groups.get(0)) == around(g))) {
                    groups.add(g);
                }
            }
        }
        boolean any = alike.partition(groups, current.state()).stream().anyMatch(groupClass -> groupClass.length > 1);
        return any ? groups : List.of();
    }

    private boolean isBound(Case current, int group) {
        return reduced.tree.domainOf[group] != null
                && current.state()[group] != PackingTree.EMPTY
                && reduced.tree.holdsPods(group);
    }

    private boolean isBeside(int one, int other) {
        return around(one) == around(other) && Arrays.equals(reduced.tree.domainOf[one], reduced.tree.domainOf[other]);
    }

    private boolean isAroundKnown(Case current, int group) {
        return around(group) < 0 || current.domain()[around(group)] >= 0;
    }

    /** The innermost group around a group that is bound to a domain, or -1. */
    private int around(int group) {
        int g = reduced.tree.parent[group];
        while (g >= 0 && reduced.tree.domainOf[g] == null) {
            g = reduced.tree.parent[g];
        }
        return g;
    }
}
