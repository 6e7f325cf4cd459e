package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.List;

/**
 * A packing, reduced without loss: resources counted in granules, nodes sorted into bases.
 *
 * <p>A resource's granule is the greatest common divisor of all that is asked of it; what is free is rounded down to it and clipped to
 * what all pods together ask. A base is what the rest of the question cannot tell apart: equal free granules and the same classes that
 * may use the node and of which one pod fits. Nodes on which no pod fits have no base.
 */
final class Question {

    final Packing packing;
    final Tree tree;
    final int classes;
    final int resources;
    final int nodes;
    final long[][] request;
    final int[] count;
    final int[] min;
    final int[] maxPerNode;
    final boolean[][] apart;

    /** Conflicts over domains wider than a node. */
    final List<Conflict> wide = new ArrayList<>();

    /** Index in the packing of each conflict over wider domains. */
    final List<Integer> wideIndex = new ArrayList<>();

    /** Base of each node, or -1. */
    final int[] baseOf;

    final Interned bases;

    Question(Packing packing) {
        this.packing = packing;
        this.tree = new Tree(packing);
        this.classes = packing.classes().size();
        this.resources = packing.nodes().resources();
        this.nodes = packing.nodes().count();
        this.request = new long[classes][resources];
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
        this.bases = new Interned(resources + words());
        this.baseOf = sortIntoBases();
    }

    private int words() {
        return classes + 63 >> 6;
    }

    private int[] sortIntoBases() {
        PackingNodes free = packing.nodes();
        long[][] granules = new long[resources][];
        for (int r = 0; r < resources; r++) {
            long granule = 0;
            long all = 0;
            for (int j = 0; j < classes; j++) {
                long asked = packing.classes().get(j).request()[r];
                granule = gcd(granule, asked);
                all = saturatedSum(all, saturatedProduct(asked, count[j]));
            }
            granules[r] = new long[nodes];
            for (int j = 0; granule > 0 && j < classes; j++) {
                request[j][r] = packing.classes().get(j).request()[r] / granule;
            }
            long[] column = free.column(r);
            for (int n = 0; granule > 0 && n < nodes; n++) {
                granules[r][n] = Math.min(Math.max(column[n], 0), all) / granule;
            }
        }
        long[][] usable = new long[words()][nodes];
        for (int j = 0; j < classes; j++) {
            markUsable(j, granules, usable[j >> 6]);
        }
        int[] base = new int[nodes];
        long[] row = new long[resources + usable.length];
        for (int n = 0; n < nodes; n++) {
            long any = 0;
            for (int w = 0; w < usable.length; w++) {
                row[resources + w] = usable[w][n];
                any |= usable[w][n];
            }
            for (int r = 0; r < resources; r++) {
                row[r] = granules[r][n];
            }
            base[n] = any == 0 ? -1 : bases.add(row);
        }
        return base;
    }

    private void markUsable(int j, long[][] granules, long[] usable) {
        PodClass podClass = packing.classes().get(j);
        int leaf = tree.leafOf[j];
        for (int n = 0; leaf >= 0 && n < nodes; n++) {
            boolean fits = podClass.mayUse(n);
            for (int r = 0; r < resources; r++) {
                fits &= request[j][r] <= granules[r][n];
            }
            usable[n] |= fits ? 1L << j : 0;
        }
        for (int g = leaf; g >= 0; g = tree.parent[g]) {
            int[] domainOf = tree.domainOf[g];
            for (int n = 0; domainOf != null && n < nodes; n++) {
                usable[n] &= domainOf[n] < 0 ? ~(1L << j) : -1L;
            }
        }
    }

    boolean usable(int base, int j) {
        return (bases.get(base, resources + (j >> 6)) >>> j & 1) != 0;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static long saturatedProduct(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    private static long saturatedSum(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
}
