package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.Excerpt;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.SharedOut;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.StepPrice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many groups of each of some sorts one domain has room for at once, found out by asking about the domain alone.
 *
 * <p>If it has room for some groups, it has for fewer; so few questions are asked: sort by sort, doubling the number until it is too high.
 */
final class DomainCapacity {

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final int parts;
    private final List<int[]> groupClasses;
    private final SubSearch subSearch;

    /** Nodes of the domain, in rising order. */
    final int[] nodes;

    /** Numbers of groups, by sort, that fit. */
    final List<Fit> fits = new ArrayList<>();

    /** Numbers of groups that do not fit. */
    final List<SharedOut.TooMany> tooMany = new ArrayList<>();

    private final List<int[]> undetermined = new ArrayList<>();

    /**
     * The room of a domain.
     *
     * @param parts a question may take one of so many parts of the steps that are left
     */
    DomainCapacity(
            ReducedPacking reduced,
            WorkMeter meter,
            int parts,
            List<int[]> groupClasses,
            int[] nodes,
            SubSearch subSearch) {
        this.subSearch = subSearch;
        this.reduced = reduced;
        this.meter = meter;
        this.parts = parts;
        this.groupClasses = groupClasses;
        this.nodes = nodes;
        explore(new int[groupClasses.size()], 0);
    }

    /** Finds out about all numbers from a sort on, given those of the sorts before; false if these alone are too many. */
    private boolean explore(int[] counts, int groupClass) {
        counts[groupClass] = 0;
        if (groupClass < groupClasses.size() - 1) {
            while (counts[groupClass] <= groupClasses.get(groupClass).length && explore(counts, groupClass + 1)) {
                counts[groupClass]++;
            }
            boolean some = counts[groupClass] > 0;
            counts[groupClass] = 0;
            return some;
        }
        if (!isFitting(counts)) {
            return false;
        }
        int fitting = 0;
        int above = groupClasses.get(groupClass).length + 1;
        for (int step = 1; above - fitting > 1; ) {
            counts[groupClass] = above <= groupClasses.get(groupClass).length
                    ? fitting + above >>> 1
                    : Math.min(fitting + step, above - 1);
            if (isFitting(counts)) {
                fitting = counts[groupClass];
                step *= 2;
            } else {
                above = counts[groupClass];
            }
        }
        counts[groupClass] = 0;
        return true;
    }

    private boolean isFitting(int[] counts) {
        if (Arrays.stream(counts).allMatch(some -> some == 0)) {
            return true;
        }
        for (Fit some : fits) {
            if (GroupCounts.isWithin(counts, some.counts)) {
                return true;
            }
        }
        for (SharedOut.TooMany some : tooMany) {
            if (GroupCounts.isWithin(some.toArray(), counts)) {
                return false;
            }
        }
        for (int[] some : undetermined) {
            if (GroupCounts.isWithin(some, counts)) {
                return false;
            }
        }
        return ask(counts.clone());
    }

    private boolean ask(int[] counts) {
        meter.spend(StepPrice.ofQuestion(nodes.length));
        List<List<PackingGroup>> groups = new ArrayList<>();
        for (int t = 0; t < counts.length; t++) {
            List<PackingGroup> some = new ArrayList<>();
            for (int i = 0; i < counts[t]; i++) {
                some.add(reduced.tree.groups.get(groupClasses.get(t)[i]));
            }
            if (!some.isEmpty()) {
                groups.add(some);
            }
        }
        Excerpt excerpt = Excerpt.of(reduced.packing, groups, nodes);
        PackingAnswer answer = subSearch.answer(excerpt.packing(), meter.part(parts));
        if (answer instanceof PackingAnswer.Fits yes) {
            fits.add(new Fit(counts, excerpt, yes.placed()));
            return true;
        }
        if (answer instanceof PackingAnswer.DoesNotFit no) {
            tooMany.add(SharedOut.TooMany.of(counts, no.certificate()));
        } else {
            undetermined.add(counts);
        }
        return false;
    }

    /** {@return whether what does not fit here fits on no other nodes of the same kinds, for the same reasons} */
    boolean isSame() {
        return tooMany.stream().allMatch(some -> some.why() instanceof Weights);
    }

    /** Numbers of groups and where their pods go, of each sort the first so many. */
    record Fit(int[] counts, Excerpt excerpt, Placement placed) {

        /** {@return whether all pods of the groups are placed} */
        boolean full() {
            return placed.pods() == excerpt.packing().pods();
        }

        Placement whole() {
            return excerpt.whole(placed);
        }
    }
}
