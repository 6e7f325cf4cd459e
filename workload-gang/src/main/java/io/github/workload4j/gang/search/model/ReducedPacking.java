package io.github.workload4j.gang.search.model;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A packing, reduced without loss: resources counted in units, nodes sorted into {@linkplain NodeClasses classes}, free
 * units clipped to what all pods together request.
 *
 * <p>The arrays are read by all rooms of the search and changed by none.
 */
public final class ReducedPacking {

    private static final int[] NONE = {};

    public final Packing packing;
    public final PackingTree tree;
    public final int classes;
    public final int resources;
    public final int nodes;
    public final long[][] request;
    public final int[] count;

    /** What all pods together request of each resource, in units; at most {@link Long#MAX_VALUE}. */
    final long[] requested;

    public final int[] min;
    public final int[] maxPerNode;

    /** By class, the classes that may not share a node with it, rising. */
    public final int[][] rivals;

    /** The wide conflicts. */
    public final List<Conflict> wide = new ArrayList<>();

    /** The wide conflicts of classes with themselves, by their place among the wide ones, rising. */
    public final int[] alone;

    /** By class, the wide conflicts that it is in, by their place among these, rising. */
    public final int[][] wideOf;

    /** The different domains of wide conflicts. */
    public final List<int[]> labels = new ArrayList<>();

    /** By wide conflict, the place of its domains among these. */
    public final int[] labelOf;

    /** The index of each wide conflict in the packing. */
    public final List<Integer> wideIndex = new ArrayList<>();

    /** What is counted over several nodes. */
    public final SharedRows rows;

    /** The class of each node, or -1. */
    public final int[] nodeClassOf;

    public final NodeClasses nodeClasses;

    public ReducedPacking(Packing packing) {
        this.packing = packing;
        this.tree = new PackingTree(packing);
        this.rows = SharedRows.of(packing);
        this.classes = packing.classes().size();
        this.resources = packing.nodes().resources();
        this.nodes = packing.nodes().count();
        this.count = new int[classes];
        this.min = new int[classes];
        this.maxPerNode = new int[classes];
        BitSet[] apart = new BitSet[classes];
        BitSet[] over = new BitSet[classes];
        for (int j = 0; j < classes; j++) {
            PodClass podClass = packing.classes().get(j);
            count[j] = podClass.count();
            min[j] = podClass.min();
            maxPerNode[j] = Math.min(podClass.maxPerNode(), podClass.count());
        }
        for (int c = 0; c < packing.conflicts().size(); c++) {
            Conflict conflict = packing.conflicts().get(c);
            if (conflict.domainOf() != null) {
                set(over, conflict.a(), wide.size());
                set(over, conflict.b(), wide.size());
                wide.add(conflict);
                wideIndex.add(c);
            } else if (conflict.a() == conflict.b()) {
                maxPerNode[conflict.a()] = 1;
            } else {
                set(apart, conflict.a(), conflict.b());
                set(apart, conflict.b(), conflict.a());
            }
        }
        this.labelOf = new int[wide.size()];
        Map<IntBuffer, Integer> known = new HashMap<>();
        Map<int[], Integer> same = new IdentityHashMap<>();
        for (int w = 0; w < labelOf.length; w++) {
            int[] domainOf = requireNonNull(wide.get(w).domainOf());
            labelOf[w] = same.computeIfAbsent(domainOf, d -> known.computeIfAbsent(IntBuffer.wrap(d), any -> add(d)));
        }
        this.alone = IntStream.range(0, labelOf.length)
                .filter(w -> wide.get(w).a() == wide.get(w).b())
                .toArray();
        this.rivals = numbers(apart);
        this.wideOf = numbers(over);
        NodeClasses all = NodeClasses.of(packing, tree);
        this.request = all.request;
        this.requested = requested();
        this.nodeClasses = all.clipped(requested);
        this.nodeClassOf = nodeClasses.nodeClassOf;
    }

    private int add(int[] label) {
        labels.add(label);
        return labels.size() - 1;
    }

    private static void set(BitSet[] all, int j, int number) {
        if (all[j] == null) {
            all[j] = new BitSet();
        }
        all[j].set(number);
    }

    private static int[][] numbers(BitSet[] all) {
        int[][] numbers = new int[all.length][];
        Arrays.setAll(numbers, j -> all[j] == null ? NONE : all[j].stream().toArray());
        return numbers;
    }

    /** {@return whether a conflict keeps two classes off one node} */
    public boolean areApart(int j, int other) {
        return Arrays.binarySearch(rivals[j], other) >= 0;
    }

    /**
     * {@return whether the pods that a node holds exclude a class, because of a conflict on nodes}
     *
     * @param held the pods on the node, by class
     */
    public boolean excludes(int[] held, int j) {
        for (int rival : rivals[j]) {
            if (held[rival] > 0) {
                return true;
            }
        }
        return false;
    }

    private long[] requested() {
        long[] all = new long[resources];
        for (int r = 0; r < resources; r++) {
            for (int j = 0; j < classes; j++) {
                all[r] = SaturatedMath.sum(all[r], SaturatedMath.product(request[j][r], count[j]));
            }
        }
        return all;
    }
}
