package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.PackingAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question asked of some nodes only. */
final class Part {

    private Part() {}

    /** How many fit, and whether that is proved to be the most. */
    record Most(int count, boolean exact) {}

    /** {@return the question on these nodes, about one of its groups, which is not bound to a domain any more} */
    static Packing of(Packing whole, PackingGroup group, int[] nodes) {
        int resources = whole.nodes().resources();
        long[][] free = new long[resources][nodes.length];
        for (int r = 0; r < resources; r++) {
            long[] column = whole.nodes().column(r);
            for (int i = 0; i < nodes.length; i++) {
                free[r][i] = column[nodes[i]];
            }
        }
        List<PodClass> classes = new ArrayList<>();
        for (PodClass podClass : whole.classes()) {
            classes.add(new PodClass(
                    podClass.request(),
                    podClass.count(),
                    bits(podClass, nodes),
                    podClass.maxPerNode(),
                    podClass.min()));
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (Conflict conflict : whole.conflicts()) {
            conflicts.add(new Conflict(conflict.a(), conflict.b(), some(conflict.domainOf(), nodes)));
        }
        PackingGroup root = some(group, nodes);
        return new Packing(
                PackingNodes.of(nodes.length, free),
                classes,
                conflicts,
                new PackingGroup(root.minimum(), root.classes(), root.children(), null));
    }

    private static long @Nullable [] bits(PodClass podClass, int[] nodes) {
        if (podClass.eligible() == null) {
            return null;
        }
        long[] bits = new long[nodes.length + 63 >> 6];
        for (int i = 0; i < nodes.length; i++) {
            bits[i >> 6] |= podClass.mayUse(nodes[i]) ? 1L << (i & 63) : 0;
        }
        return bits;
    }

    private static int @Nullable [] some(int @Nullable [] domainOf, int[] nodes) {
        if (domainOf == null) {
            return null;
        }
        int[] some = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            some[i] = domainOf[nodes[i]];
        }
        return some;
    }

    private static PackingGroup some(PackingGroup group, int[] nodes) {
        List<PackingGroup> children = new ArrayList<>();
        group.children().forEach(child -> children.add(some(child, nodes)));
        return new PackingGroup(group.minimum(), group.classes(), children, some(group.domainOf(), nodes));
    }

    /**
     * {@return the most pods (for a composite: groups inside) of the root that can be placed}
     *
     * <p>No less than what running members leave to be placed is counted for a composite; groups inside that need
     * nothing are not counted as missing.
     */
    static Most most(Packing packing, AnswerShares answers) {
        PackingGroup root = packing.root();
        if (root.children().isEmpty()) {
            PackingAnswer answer = answers.answer(withMinimum(packing, 1));
            if (answer instanceof PackingAnswer.Fits fits) {
                return new Most(fits.pods(), fits.isMost());
            }
            return new Most(0, answer instanceof PackingAnswer.DoesNotFit);
        }
        boolean exact = true;
        for (int groups = root.children().size(); groups >= 1; groups--) {
            PackingAnswer answer = answers.answer(withMinimum(packing, groups));
            if (answer instanceof PackingAnswer.Fits) {
                return new Most(groups, exact);
            }
            exact &= answer instanceof PackingAnswer.DoesNotFit;
        }
        return new Most(0, exact);
    }

    private static Packing withMinimum(Packing packing, int minimum) {
        PackingGroup root = packing.root();
        return new Packing(
                packing.nodes(),
                packing.classes(),
                packing.conflicts(),
                new PackingGroup(minimum, root.classes(), root.children(), root.domainOf()));
    }
}
