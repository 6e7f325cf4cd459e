package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.StepPrice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The count vectors for which domains have room together: dynamic programming, one domain after the other, until there
 * is room for all groups.
 */
final class CapacitySum {

    private final WorkMeter meter;
    private final DomainCapacities capacities;
    private final GroupCounts counts;

    /** Whether only groups with all their pods count. */
    private final boolean full;

    /** The count vectors for which the first domains have room: none of them, the first, the first two, and so on. */
    private final List<BitSet> together = new ArrayList<>(List.of(nothing()));

    CapacitySum(WorkMeter meter, DomainCapacities capacities, boolean full) {
        this.meter = meter;
        this.capacities = capacities;
        this.counts = capacities.counts;
        this.full = full;
    }

    /** {@return the count vectors without any domain: zero} */
    static BitSet nothing() {
        BitSet nothing = new BitSet();
        nothing.set(0);
        return nothing;
    }

    /** {@return the count vectors within the sum of a vector in {@code before} and one in {@code more}} */
    static BitSet with(GroupCounts counts, BitSet before, List<int[]> more) {
        BitSet sums = (BitSet) before.clone();
        for (int number = sums.nextClearBit(0); number < counts.size; number = sums.nextClearBit(number + 1)) {
            for (int[] vector : more) {
                if (before.get(counts.less(number, vector))) {
                    sums.set(number);
                    break;
                }
            }
        }
        return sums;
    }

    /** {@return the count vectors within no others} */
    static List<Integer> maximal(GroupCounts counts, BitSet all) {
        List<Integer> maximal = new ArrayList<>();
        for (int number = all.nextSetBit(0); number >= 0; number = all.nextSetBit(number + 1)) {
            if (counts.next(number).noneMatch(all::get)) {
                maximal.add(number);
            }
        }
        return maximal;
    }

    /** {@return the count vector with the most pods that reaches {@code target}, or -1} */
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

    /** What one domain is given: a count vector, and a placement whose first groups are used. */
    record Given(int index, int[] counts, DomainCapacity.Fit fit) {}

    /** {@return how the domains share the groups of a count vector} */
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
