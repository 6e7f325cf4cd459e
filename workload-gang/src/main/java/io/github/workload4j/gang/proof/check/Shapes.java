package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes by what the question's own rules say of them: free {@linkplain Units units}, and the classes that may
 * use the node. Nodes of one shape hold the same pods.
 *
 * <p>In columns, without an object for a node: hashes are summed up column by column, and a table leads from each to
 * the first node of its shape. Nodes are sorted into shapes when a shape is first asked for; aggregates need none.
 */
final class Shapes {

    private final Packing packing;
    private final Units units;

    /** What is free, by resource and node; a column is counted when it is asked for. */
    private volatile long[] @Nullable [] capacity;

    private final NodesByDomain[] byDomain;

    /** Words of classes that may use a node, by node; a column that is null is {@link #anywhere} for all nodes. */
    private final long[] @Nullable [] usable;

    private final long[] anywhere;

    private int @Nullable [] shapeOf;
    private int shapes;

    Shapes(Packing packing, NumberedGroups groups) {
        this.packing = packing;
        this.units = new Units(packing);
        this.capacity = new long[units.resources()][];
        this.byDomain = new NodesByDomain[groups.count()];
        this.anywhere = new long[packing.classes().size() + 63 >> 6];
        this.usable = new long[anywhere.length][];
        for (int group = 0; group < groups.count(); group++) {
            for (int j : groups.group(group).classes()) {
                anywhere[j >> 6] |= 1L << j;
            }
        }
        for (int group = 0; group < groups.count(); group++) {
            excludeNodesOutside(groups.group(group), groups.classes(group).toLongArray());
        }
        excludeNodesNotEligible(packing.classes());
    }

    private void excludeNodesOutside(PackingGroup group, long[] classes) {
        int[] domainOf = group.domainOf();
        for (int n = 0; domainOf != null && n < domainOf.length; n++) {
            for (int w = 0; domainOf[n] < 0 && w < classes.length; w++) {
                usable(w)[n] &= ~classes[w];
            }
        }
    }

    private void excludeNodesNotEligible(List<PodClass> classes) {
        for (int j = 0; j < classes.size(); j++) {
            long[] eligible = classes.get(j).eligible();
            if (eligible != null) {
                long[] column = usable(j >> 6);
                for (int n = 0; n < column.length; n++) {
                    column[n] &= ~((~eligible[n >> 6] >>> (n & 63) & 1) << j);
                }
            }
        }
    }

    private long[] usable(int word) {
        long[] column = usable[word];
        if (column == null) {
            column = new long[packing.nodes().count()];
            Arrays.fill(column, anywhere[word]);
            usable[word] = column;
        }
        return column;
    }

    Units units() {
        return units;
    }

    /** {@return what is free of a resource, by node} */
    long[] capacity(int resource) {
        long[] known = capacity[resource];
        if (known == null) {
            known = units.of(resource, packing.nodes().column(resource));
            long[] @Nullable [] more = capacity.clone();
            more[resource] = known;
            capacity = more;
        }
        return known;
    }

    long[][] capacities() {
        long[][] all = new long[units.resources()][];
        for (int r = 0; r < all.length; r++) {
            all[r] = capacity(r);
        }
        return all;
    }

    long capacity(int node, int resource) {
        return capacity(resource)[node];
    }

    boolean mayUse(int podClass, int node) {
        long[] column = usable[podClass >> 6];
        return ((column == null ? anywhere[podClass >> 6] : column[node]) >>> podClass & 1) != 0;
    }

    /** {@return whether one pod of the class may use the node and fits there} */
    boolean fits(int podClass, int node) {
        boolean fits = mayUse(podClass, node);
        for (int r = 0; fits && r < units.resources(); r++) {
            fits = units.requests()[podClass][r] <= capacity(node, r);
        }
        return fits;
    }

    /** {@return the shape of each node, from 0 in the order in which they are met} */
    synchronized int[] shapeOf() {
        int[] known = shapeOf;
        if (known == null) {
            known = sort();
            shapeOf = known;
        }
        return known;
    }

    /** {@return number of shapes} */
    synchronized int count() {
        shapeOf();
        return shapes;
    }

    private int[] sort() {
        int nodes = packing.nodes().count();
        long[] hash = new long[nodes];
        long[][] capacities = capacities();
        for (long[] column : capacities) {
            mix(hash, column);
        }
        for (long[] column : usable) {
            if (column != null) {
                mix(hash, column);
            }
        }
        int mask = Integer.highestOneBit(Math.max(8, nodes)) * 4 - 1;
        int[] first = new int[mask + 1];
        int[] shape = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            int at = (int) (hash[n] >>> 32) & mask;
            while (first[at] != 0 && !areOfOneShape(capacities, first[at] - 1, n)) {
                at = at + 1 & mask;
            }
            if (first[at] == 0) {
                first[at] = n + 1;
                shape[n] = shapes++;
            } else {
                shape[n] = shape[first[at] - 1];
            }
        }
        return shape;
    }

    private static void mix(long[] hash, long[] column) {
        for (int n = 0; n < hash.length; n++) {
            hash[n] = (hash[n] + column[n]) * 0x9E3779B97F4A7C15L;
        }
        for (int n = 0; n < hash.length; n++) {
            hash[n] ^= hash[n] >>> 29;
        }
    }

    /**
     * {@return whether two nodes have equal units, and the same classes may use them, those aside of which no pod
     * fits}
     */
    boolean areAlike(int a, int b) {
        if (!areEqual(capacities(), a, b)) {
            return false;
        }
        for (int j = 0; j < packing.classes().size(); j++) {
            if (mayUse(j, a) != mayUse(j, b) && (fits(j, a) || fits(j, b))) {
                return false;
            }
        }
        return true;
    }

    private boolean areOfOneShape(long[][] capacities, int a, int b) {
        return areEqual(capacities, a, b) && areEqual(usable, a, b);
    }

    private static boolean areEqual(long[] @Nullable [] columns, int a, int b) {
        for (long[] column : columns) {
            if (column != null && column[a] != column[b]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the nodes of a group's domains} */
    synchronized NodesByDomain nodesByDomain(int group, int[] domainOf) {
        if (byDomain[group] == null) {
            byDomain[group] = new NodesByDomain(domainOf);
        }
        return byDomain[group];
    }
}
