package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.StepPrice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Numbers of groups that domains have room for together: dynamic programming over the domains, one after the other, until there is room for
 * all groups.
 */
final class CapacitySum {

    private final WorkMeter meter;
    private final DomainCapacities capacities;
    private final GroupCounts counts;

    /** Whether only groups count that have all their pods. */
    private final boolean full;

    /** Numbers of groups that the first domains have room for: of none, of the first, of the first two... */
    private final List<BitSet> together = new ArrayList<>(List.of(nothing()));

    CapacitySum(WorkMeter meter, DomainCapacities capacities, boolean full) {
        this.meter = meter;
        this.capacities = capacities;
        this.counts = capacities.counts;
        this.full = full;
    }

    /** {@return the numbers of groups without room: none} */
    static BitSet nothing() {
        BitSet nothing = new BitSet();
        nothing.set(0);
        return nothing;
    }

    /** {@return the numbers that are within some numbers there were before and some more} */
    static BitSet with(GroupCounts counts, BitSet before, List<int[]> more) {
        BitSet now = (BitSet) before.clone();
        for (int number = now.nextClearBit(0); number < counts.size; number = now.nextClearBit(number + 1)) {
            for (int[] some : more) {
                if (before.get(counts.less(number, some))) {
                    now.set(number);
                    break;
                }
            }
        }
        return now;
    }

    /** {@return the numbers that are within no others} */
    static List<Integer> maximal(GroupCounts counts, BitSet all) {
        List<Integer> maximal = new ArrayList<>();
        for (int number = all.nextSetBit(0); number >= 0; number = all.nextSetBit(number + 1)) {
            if (counts.next(number).noneMatch(all::get)) {
                maximal.add(number);
            }
        }
        return maximal;
    }

    /** {@return the numbers of groups with the most pods that are enough for so many pods in a case, or -1} */
    int best(Case current, int target) {
        int all = counts.size - 1;
        while (looked() < capacities.count() && !together.get(looked()).get(all)) {
            List<int[]> fits = new ArrayList<>();
            for (DomainCapacity.Fit fit : capacities.capacity(looked()).fits) {
                if (fit.full() || !full) {
                    fits.add(fit.counts());
                }
            }
            meter.spend(StepPrice.ofCapacitySum(counts.size, fits.size()));
            together.add(with(counts, together.get(looked()), fits));
        }
        List<Integer> max = maximal(counts, together.get(looked()));
        max.sort(Comparator.comparingInt(capacities::pods).reversed().thenComparing(Comparator.reverseOrder()));
        for (int number : max) {
            if (capacities.isEnough(current, number, target)) {
                return number;
            }
        }
        return -1;
    }

    private int looked() {
        return together.size() - 1;
    }

    /** What one domain is given: numbers of groups, and where their pods go, of each sort the first. */
    record Given(int index, int[] counts, DomainCapacity.Fit fit) {}

    /** {@return how the domains looked at take so many groups} */
    List<Given> shared(int number) {
        List<Given> given = new ArrayList<>();
        int remaining = number;
        for (int i = looked() - 1; i >= 0 && remaining > 0; i--) {
            BitSet before = together.get(i);
            if (!before.get(remaining)) {
                for (DomainCapacity.Fit fit : capacities.capacity(i).fits) {
                    int without = counts.less(remaining, fit.counts());
                    if ((fit.full() || !full) && before.get(without)) {
                        given.add(0, new Given(i, counts.between(without, remaining), fit));
                        remaining = without;
                        break;
                    }
                }
            }
        }
        return given;
    }
}
