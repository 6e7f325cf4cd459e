package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what is free of a resource is of no use to a mix of shapes.
 *
 * <p>The measure of FGD (Weng, Yang, Yu, Wang, Tang, Yang, Zhang, <i>Beware of Fragmentation: Scheduling GPU-Sharing
 * Workloads with Fragmentation Gradient Descent</i>, USENIX ATC 2023) for devices that are given out whole: what is
 * free on a node is a fragment for a shape if the node cannot take one pod of it, for whatever reason; the
 * fragmentation of the cluster is the free amount of all nodes that a shape cannot use, averaged over the shapes by how
 * often each occurs.
 *
 * @param resource the resource
 * @param free what is free in all, overdrawn nodes counted as 0: cpu in thousandths, the rest in units
 * @param shapes for each shape of the mix what it cannot use
 */
public record Fragmentation(String resource, long free, List<OfShape> shapes) {

    public Fragmentation {
        requireNonNull(resource, "resource");
        shapes = List.copyOf(requireNonNull(shapes, "shapes"));
    }

    /**
     * One shape of the mix.
     *
     * @param kind the shape
     * @param weight how often it occurs
     * @param unusable what is free on nodes that cannot take one pod of it
     */
    public record OfShape(NamedPodClass kind, long weight, long unusable) {

        public OfShape {
            requireNonNull(kind, "kind");
        }
    }

    /**
     * {@return the share of the free amount that a shape drawn from the mix cannot use, 0 to 1; 0 if nothing is free}
     */
    public double rate() {
        double weights = 0;
        double sum = 0;
        for (OfShape shape : shapes) {
            weights += shape.weight();
            sum += (double) shape.weight() * shape.unusable();
        }
        return free == 0 || weights == 0 ? 0 : sum / weights / free;
    }

    /** {@return the fragmentation of a resource over the pending pods of a question, each weighing the same} */
    public static Fragmentation of(GroupQuestion question, String resource) {
        requireNonNull(question, "question");
        requireNonNull(resource, "resource");
        Packing packing = question.packing();
        int r = question.resources().indexOf(resource);
        if (r < 0) {
            throw new IllegalArgumentException(
                    "resource: " + resource + " (expected: one of " + String.join(", ", question.resources()) + ")");
        }
        long free = 0;
        long[] unusable = new long[packing.classes().size()];
        for (int n = 0; n < packing.nodes().count(); n++) {
            long left = Math.max(0, packing.nodes().free(r, n));
            free += left;
            for (int k = 0; left > 0 && k < unusable.length; k++) {
                unusable[k] += SlotTable.holds(packing, packing.classes().get(k), n) == 0 ? left : 0;
            }
        }
        List<OfShape> shapes = new ArrayList<>();
        List<NamedPodClass> kinds = question.podClasses();
        for (int k = 0; k < unusable.length; k++) {
            PodClass podClass = packing.classes().get(k);
            shapes.add(new OfShape(kinds.get(k), podClass.count(), unusable[k]));
        }
        return new Fragmentation(resource, free, shapes);
    }
}
