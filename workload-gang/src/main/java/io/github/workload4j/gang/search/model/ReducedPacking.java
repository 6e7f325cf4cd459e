package io.github.workload4j.gang.search.model;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A packing, reduced without loss: resources counted in units, nodes sorted into {@linkplain NodeClasses classes}, free
 * units clipped to what all pods together request.
 *
 * <p>The arrays are read by all rooms of the search and changed by none.
 */
public final class ReducedPacking {

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

    /** By two classes, whether a conflict keeps them off one node. */
    public final boolean[][] apart;

    /** By class, the classes that may not share a node with it. */
    public final int[][] rivals;

    /** The wide conflicts. */
    public final List<Conflict> wide = new ArrayList<>();

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
        this.apart = new boolean[classes][classes];
        for (int j = 0; j < classes; j++) {
            PodClass podClass = packing.classes().get(j);
            count[j] = podClass.count();
            min[j] = podClass.min();
            maxPerNode[j] = Math.min(podClass.maxPerNode(), podClass.count());
        }
        for (int c = 0; c < packing.conflicts().size(); c++) {
            Conflict conflict = packing.conflicts().get(c);
            if (conflict.domainOf() != null) {
                wide.add(conflict);
                wideIndex.add(c);
            } else if (conflict.a() == conflict.b()) {
                maxPerNode[conflict.a()] = 1;
            } else {
                apart[conflict.a()][conflict.b()] = true;
                apart[conflict.b()][conflict.a()] = true;
            }
        }
        this.rivals = new int[classes][];
        for (int j = 0; j < classes; j++) {
            int[] others = new int[classes];
            int size = 0;
            for (int other = 0; other < classes; other++) {
                others[size] = other;
                size += apart[j][other] ? 1 : 0;
            }
            rivals[j] = Arrays.copyOf(others, size);
        }
        NodeClasses all = NodeClasses.of(packing, tree);
        this.request = all.request;
        this.requested = requested();
        this.nodeClasses = all.clipped(requested);
        this.nodeClassOf = nodeClasses.nodeClassOf;
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
