package io.github.workload4j.gang.search.model;

import io.github.workload4j.gang.cache.NodeCache;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes sorted into classes: nodes of a class have equal free units, and the same pod classes fit on them. Nodes on
 * which no pod fits have no class.
 *
 * <p>A resource's unit is the greatest common divisor of all requests, and free amounts are rounded down to it. The
 * number of pods plays no part, so node classes are remembered with the nodes and serve every question about the same
 * pod classes; a question about few pods {@linkplain #clipped clips} them. Computed column by column, with
 * multiplications instead of divisions.
 */
public final class NodeClasses {

    /** Requests in units, by pod class and resource. */
    final long[][] request;

    /** The class of each node, or -1. */
    final int[] nodeClassOf;

    private final int resources;

    /** By node class: a column of free units for each resource, then columns of words of the pod classes that fit. */
    private final long[][] columns;

    private final int size;

    /** Nodes by node class, and where each class ends. */
    private final int[] nodes;

    private final int[] end;

    /** Free units of each resource on all nodes together, saturated, and the most on one node. */
    private final long[] total;

    private final long[] richest;

    private final Ranking ranking;
    private final Capacity[] capacity;
    private volatile int @Nullable [] rising;

    /**
     * Numbers the classes from the tightest to the loosest.
     *
     * @param numbers a number for each node, equal for nodes of one class, or -1; taken over by this object
     * @param distinct the columns, by these numbers
     */
    private NodeClasses(long[][] request, int resources, int[] numbers, long[][] distinct) {
        this.request = request;
        this.resources = resources;
        this.size = distinct[0].length;
        int[] sizes = sizes(numbers, size);
        this.total = new long[resources];
        this.richest = new long[resources];
        for (int r = 0; r < resources; r++) {
            richest[r] = highest(distinct[r]);
            total[r] =
                    SaturatedMath.sumOfProducts(distinct[r], sizes, SaturatedMath.product(richest[r], numbers.length));
        }
        Ranking ranked = Ranking.of(distinct, Ranking.shares(total), size);
        this.ranking = ranked.inOrder();
        this.columns = new long[distinct.length][];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = ranked.sorted(distinct[c]);
        }
        this.end = new int[size];
        int[] classOfNumber = new int[size];
        for (int nodeClass = 0; nodeClass < size; nodeClass++) {
            classOfNumber[ranked.order()[nodeClass]] = nodeClass;
            end[nodeClass] = (nodeClass == 0 ? 0 : end[nodeClass - 1]) + sizes[ranked.order()[nodeClass]];
        }
        this.nodeClassOf = numbers;
        for (int n = 0; n < nodeClassOf.length; n++) {
            nodeClassOf[n] = nodeClassOf[n] < 0 ? -1 : classOfNumber[nodeClassOf[n]];
        }
        this.nodes = nodes(nodeClassOf, end);
        this.capacity = Capacity.of(columns, request, end, ranking);
    }

    private static int[] sizes(int[] numbers, int size) {
        int[] sizes = new int[size];
        for (int number : numbers) {
            if (number >= 0) {
                sizes[number]++;
            }
        }
        return sizes;
    }

    private static long highest(long[] column) {
        long highest = 0;
        for (long value : column) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    private static int[] nodes(int[] nodeClassOf, int[] end) {
        int[] next = new int[end.length];
        for (int nodeClass = 1; nodeClass < end.length; nodeClass++) {
            next[nodeClass] = end[nodeClass - 1];
        }
        int[] nodes = new int[end.length == 0 ? 0 : end[end.length - 1]];
        for (int n = 0; n < nodeClassOf.length; n++) {
            if (nodeClassOf[n] >= 0) {
                nodes[next[nodeClassOf[n]]++] = n;
            }
        }
        return nodes;
    }

    /** The node classes of a question, computed now or remembered with the nodes. */
    static NodeClasses of(Packing packing, PackingTree tree) {
        List<Object> key = key(packing, tree);
        NodeClasses known = NodeCache.of(packing.nodes()).get(key, NodeClasses.class);
        return known != null ? known : NodeCache.of(packing.nodes()).keep(key, NodeClasses.class, sort(packing, tree));
    }

    /** All that node classes depend on, beside the nodes: requests by value, eligible nodes by identity. */
    private static List<Object> key(Packing packing, PackingTree tree) {
        List<Object> key = new ArrayList<>();
        for (int j = 0; j < packing.classes().size(); j++) {
            PodClass podClass = packing.classes().get(j);
            key.add(Arrays.stream(podClass.request()).boxed().toList());
            key.add(new Same(podClass.eligible()));
            for (int g = tree.leafOf[j]; g >= 0; g = tree.parent[g]) {
                key.add(new Same(tree.domainOf[g]));
            }
            key.add(tree.leafOf[j] < 0);
        }
        return key;
    }

    private record Same(@Nullable Object it) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && it == same.it;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(it);
        }
    }

    private static NodeClasses sort(Packing packing, PackingTree tree) {
        int classes = packing.classes().size();
        int resources = packing.nodes().resources();
        int count = packing.nodes().count();
        long[][] request = new long[classes][resources];
        long[][] columns = new long[resources + (classes + 63 >> 6)][count];
        for (int r = 0; r < resources; r++) {
            long unit = 0;
            for (PodClass podClass : packing.classes()) {
                unit = gcd(unit, podClass.request()[r]);
            }
            for (int j = 0; unit > 0 && j < classes; j++) {
                request[j][r] = packing.classes().get(j).request()[r] / unit;
            }
            Reciprocal.divide(packing.nodes().column(r), unit, columns[r]);
        }
        long[] missing = new long[count];
        for (int j = 0; j < classes; j++) {
            if (tree.leafOf[j] >= 0) {
                markUsable(packing.classes().get(j), j, tree, request[j], columns, missing);
            }
        }
        RowClasses alike = new RowClasses(columns, resources);
        return new NodeClasses(request, resources, alike.numbers(), alike.columns());
    }

    /** Marks the nodes on which a pod of the class fits and may lie. A node has enough if no difference is negative. */
    private static void markUsable(
            PodClass podClass, int j, PackingTree tree, long[] request, long[][] columns, long[] missing) {
        Arrays.fill(missing, 0);
        for (int r = 0; r < request.length; r++) {
            long requested = request[r];
            long[] column = columns[r];
            for (int n = 0; requested > 0 && n < missing.length; n++) {
                missing[n] |= column[n] - requested;
            }
        }
        long[] eligible = podClass.eligible();
        for (int n = 0; eligible != null && n < missing.length; n++) {
            missing[n] |= (eligible[n >> 6] >>> (n & 63) & 1) - 1;
        }
        for (int g = tree.leafOf[j]; g >= 0; g = tree.parent[g]) {
            int[] domainOf = tree.domainOf[g];
            for (int n = 0; domainOf != null && n < missing.length; n++) {
                missing[n] |= domainOf[n];
            }
        }
        long[] usable = columns[request.length + (j >> 6)];
        for (int n = 0; n < missing.length; n++) {
            usable[n] |= (~missing[n] >>> 63) << j;
        }
    }

    /** These classes with at most {@code limit} free units of each resource. Classes that become equal are merged. */
    NodeClasses clipped(long[] limit) {
        boolean any = false;
        for (int r = 0; r < resources; r++) {
            any |= richest[r] > limit[r];
        }
        if (!any) {
            return this;
        }
        long[][] lower = columns.clone();
        for (int r = 0; r < resources; r++) {
            if (richest[r] > limit[r]) {
                lower[r] = new long[size];
                for (int nodeClass = 0; nodeClass < size; nodeClass++) {
                    lower[r][nodeClass] = Math.min(columns[r][nodeClass], limit[r]);
                }
            }
        }
        RowClasses alike = new RowClasses(lower, resources);
        int[] numbers = new int[nodeClassOf.length];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = nodeClassOf[n] < 0 ? -1 : alike.numbers()[nodeClassOf[n]];
        }
        return new NodeClasses(request, resources, numbers, alike.columns());
    }

    int size() {
        return size;
    }

    public long free(int nodeClass, int resource) {
        return columns[resource][nodeClass];
    }

    /** {@return free units of a resource on a node, by node class; not to be changed} */
    long[] free(int resource) {
        return columns[resource];
    }

    /** {@return free units of each resource on all nodes that have a class, saturated} */
    long[] total() {
        return total;
    }

    /** {@return a word of the pod classes that fit on a node of the class} */
    long usable(int nodeClass, int word) {
        return columns[resources + word][nodeClass];
    }

    /** {@return how many pods of a class nodes hold} */
    Capacity capacity(int j) {
        return capacity[j];
    }

    /** {@return all nodes that have a class, by class and then in rising order; not to be changed} */
    int[] nodes() {
        return nodes;
    }

    /** {@return where the nodes of a class begin among all} */
    int from(int nodeClass) {
        return nodeClass == 0 ? 0 : end[nodeClass - 1];
    }

    int to(int nodeClass) {
        return end[nodeClass];
    }

    /** {@return all nodes that have a class, in rising order; not to be changed} */
    int[] rising() {
        int[] known = rising;
        if (known == null) {
            known = new int[nodes.length];
            int useful = 0;
            for (int n = 0; n < nodeClassOf.length; n++) {
                if (nodeClassOf[n] >= 0) {
                    known[useful++] = n;
                }
            }
            rising = known;
        }
        return known;
    }

    /** {@return the ranking of the classes, which is the order of their numbers} */
    Ranking ranking() {
        return ranking;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
