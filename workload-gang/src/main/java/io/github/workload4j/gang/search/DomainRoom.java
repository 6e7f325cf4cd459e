package io.github.workload4j.gang.search;

import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many groups of each of some sorts one domain has room for at once, found out by asking about the domain alone.
 *
 * <p>If it has room for some groups, it has for fewer; so few questions are asked: sort by sort, doubling the number until it is too high.
 */
final class DomainRoom {

    /** Steps that it takes to put a question at all. */
    private static final int ASKING = 200;

    private final Question question;
    private final WorkMeter steps;
    private final int parts;
    private final List<int[]> sorts;

    /** Nodes of the domain, in rising order. */
    final int[] nodes;

    /** Numbers of groups, by sort, that fit. */
    final List<Fit> fits = new ArrayList<>();

    /** Numbers of groups that do not fit. */
    final List<DomainCount.TooMany> tooMany = new ArrayList<>();

    private final List<int[]> undetermined = new ArrayList<>();

    /**
     * The room of a domain.
     *
     * @param parts a question may take one of so many parts of the steps that are left
     */
    DomainRoom(Question question, WorkMeter steps, int parts, List<int[]> sorts, int[] nodes) {
        this.question = question;
        this.steps = steps;
        this.parts = parts;
        this.sorts = sorts;
        this.nodes = nodes;
        explore(new int[sorts.size()], 0);
    }

    /** Finds out about all numbers from a sort on, given those of the sorts before; false if these alone are too many. */
    private boolean explore(int[] counts, int sort) {
        counts[sort] = 0;
        if (sort < sorts.size() - 1) {
            while (counts[sort] <= sorts.get(sort).length && explore(counts, sort + 1)) {
                counts[sort]++;
            }
            boolean some = counts[sort] > 0;
            counts[sort] = 0;
            return some;
        }
        if (!isFitting(counts)) {
            return false;
        }
        int fitting = 0;
        int above = sorts.get(sort).length + 1;
        for (int step = 1; above - fitting > 1; ) {
            counts[sort] =
                    above <= sorts.get(sort).length ? fitting + above >>> 1 : Math.min(fitting + step, above - 1);
            if (isFitting(counts)) {
                fitting = counts[sort];
                step *= 2;
            } else {
                above = counts[sort];
            }
        }
        counts[sort] = 0;
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
        for (DomainCount.TooMany some : tooMany) {
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
        steps.spend(ASKING + nodes.length);
        List<List<PackingGroup>> groups = new ArrayList<>();
        for (int t = 0; t < counts.length; t++) {
            List<PackingGroup> some = new ArrayList<>();
            for (int i = 0; i < counts[t]; i++) {
                some.add(question.tree.groups.get(sorts.get(t)[i]));
            }
            if (!some.isEmpty()) {
                groups.add(some);
            }
        }
        Excerpt excerpt = Excerpt.of(question.packing, groups, nodes);
        PackingAnswer answer = PackingSearch.search(excerpt.packing(), steps.part(parts), null);
        if (answer instanceof PackingAnswer.Fits yes) {
            fits.add(new Fit(counts, excerpt, yes.placed()));
            return true;
        }
        if (answer instanceof PackingAnswer.DoesNotFit no) {
            tooMany.add(DomainCount.TooMany.of(counts, no.certificate()));
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
