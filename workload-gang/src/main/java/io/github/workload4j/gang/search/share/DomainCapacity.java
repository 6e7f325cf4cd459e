package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.StepPrice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The count vectors for which one domain has room, found by questions about the domain alone.
 *
 * <p>A domain with room for some groups has room for fewer. So few questions are needed: one group class after the
 * other, doubling the count until it is too high.
 */
final class DomainCapacity {

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final int parts;
    private final List<int[]> groupClasses;
    private final SubSearch subSearch;

    /** The nodes of the domain, in rising order. */
    final int[] nodes;

    /** Count vectors that fit. */
    final List<Fit> fits = new ArrayList<>();

    /** Count vectors that do not fit; none is within another. */
    final List<DomainCount.TooMany> tooMany = new ArrayList<>();

    private final List<int[]> undetermined = new ArrayList<>();

    /**
     * Finds the capacity of a domain.
     *
     * @param parts each question may take one of this many parts of the remaining steps
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

    /** Explores all counts from a group class on, given the counts before it; false if those alone are too many. */
    private boolean explore(int[] counts, int groupClass) {
        counts[groupClass] = 0;
        if (groupClass < groupClasses.size() - 1) {
            while (counts[groupClass] <= groupClasses.get(groupClass).length && explore(counts, groupClass + 1)) {
                counts[groupClass]++;
            }
            boolean any = counts[groupClass] > 0;
            counts[groupClass] = 0;
            return any;
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
        if (Arrays.stream(counts).allMatch(known -> known == 0)) {
            return true;
        }
        for (Fit known : fits) {
            if (GroupCounts.isWithin(counts, known.counts)) {
                return true;
            }
        }
        for (DomainCount.TooMany known : tooMany) {
            if (GroupCounts.isWithin(known.toArray(), counts)) {
                return false;
            }
        }
        for (int[] known : undetermined) {
            if (GroupCounts.isWithin(known, counts)) {
                return false;
            }
        }
        return ask(counts.clone());
    }

    private boolean ask(int[] counts) {
        meter.spend(StepPrice.ofQuestion(nodes.length));
        List<List<PackingGroup>> groups = new ArrayList<>();
        for (int t = 0; t < counts.length; t++) {
            List<PackingGroup> chosen = new ArrayList<>();
            for (int i = 0; i < counts[t]; i++) {
                chosen.add(reduced.tree.groups.get(groupClasses.get(t)[i]));
            }
            if (!chosen.isEmpty()) {
                groups.add(chosen);
            }
        }
        Excerpt excerpt = Excerpt.of(reduced.packing, groups, nodes);
        PackingAnswer answer = subSearch.answer(excerpt.packing(), meter.steps(parts));
        if (answer instanceof PackingAnswer.Fits yes) {
            fits.add(new Fit(counts, excerpt, yes.placed()));
            return true;
        }
        if (answer instanceof PackingAnswer.DoesNotFit no) {
            tooMany.removeIf(known -> GroupCounts.isWithin(counts, known.toArray()));
            tooMany.add(DomainCount.TooMany.of(counts, no.certificate()));
        } else {
            undetermined.add(counts);
        }
        return false;
    }

    /** {@return whether the refutations hold for any nodes of the same classes} */
    boolean isSame() {
        return tooMany.stream().allMatch(refuted -> refuted.why() instanceof Weights);
    }

    /** A count vector and where the pods go. The groups are the first ones of each group class. */
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
