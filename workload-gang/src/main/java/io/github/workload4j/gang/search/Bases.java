package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes sorted by what classes of pods can make of them: a base is equal free granules and the same classes that may use the node and of
 * which one pod fits. Nodes on which no pod fits have no base.
 *
 * <p>A resource's granule is the greatest common divisor of all that is asked of it; what is free is rounded down to it. How many pods there
 * are of each class plays no part, so that bases are remembered with the nodes and serve every question about the same kinds of pods; a
 * question about few pods {@linkplain #clipped clips} them. Computed column by column; divisions are multiplications with one correction.
 */
final class Bases {

    /** Below this, a quotient computed with a rounded reciprocal is off by one at most. */
    private static final long EXACT = 1L << 51;

    /** Requests in granules, by class and resource. */
    final long[][] request;

    /** Base of each node, or -1. */
    final int[] baseOf;

    private final int resources;
    private final int width;

    /** By base: free granules by resource, then words of usable classes. */
    private final long[] rows;

    private final int size;

    /** Nodes by base, and the end of each base's nodes. */
    private final int[] nodes;

    private final int[] end;

    private Bases(long[][] request, int[] baseOf, int resources, int width, long[] rows, int size) {
        this.request = request;
        this.baseOf = baseOf;
        this.resources = resources;
        this.width = width;
        this.rows = rows;
        this.size = size;
        this.end = new int[size];
        int useful = 0;
        for (int base : baseOf) {
            if (base >= 0) {
                end[base]++;
                useful++;
            }
        }
        for (int base = 1; base < size; base++) {
            end[base] += end[base - 1];
        }
        this.nodes = new int[useful];
        for (int n = baseOf.length - 1; n >= 0; n--) {
            if (baseOf[n] >= 0) {
                nodes[--end[baseOf[n]]] = n;
            }
        }
        for (int base = 0; base < size; base++) {
            end[base] = base + 1 < size ? end[base + 1] : useful;
        }
    }

    /** The bases of a question's nodes, found out now or remembered with the nodes. */
    static Bases of(Packing packing, Tree tree) {
        return packing.nodes().memory().recall(key(packing, tree), Bases.class, () -> sort(packing, tree));
    }

    /** All that bases depend on, besides the nodes: requests by value, the nodes that may be used by identity. */
    private static List<Object> key(Packing packing, Tree tree) {
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

    private static Bases sort(Packing packing, Tree tree) {
        int classes = packing.classes().size();
        int resources = packing.nodes().resources();
        int count = packing.nodes().count();
        long[][] request = new long[classes][resources];
        long[][] columns = new long[resources + (classes + 63 >> 6)][count];
        for (int r = 0; r < resources; r++) {
            long granule = 0;
            for (PodClass podClass : packing.classes()) {
                granule = gcd(granule, podClass.request()[r]);
            }
            for (int j = 0; granule > 0 && j < classes; j++) {
                request[j][r] = packing.classes().get(j).request()[r] / granule;
            }
            divide(packing.nodes().column(r), granule, columns[r]);
        }
        long[] missing = new long[count];
        for (int j = 0; j < classes; j++) {
            if (tree.leafOf[j] >= 0) {
                markUsable(packing.classes().get(j), j, tree, request[j], columns, missing);
            }
        }
        Alike alike = new Alike(columns, resources);
        return new Bases(request, alike.numbers(), resources, columns.length, alike.rows(), alike.size());
    }

    private static void divide(long[] free, long granule, long[] into) {
        double reciprocal = granule == 0 ? 0 : 1.0 / granule;
        for (int n = 0; n < into.length; n++) {
            long some = granule == 0 ? 0 : Math.max(0, free[n]);
            long quotient = (long) (some * reciprocal);
            long rest = some - quotient * granule;
            into[n] = quotient + (rest >= granule ? 1 : 0) - (rest < 0 ? 1 : 0);
            if (some >= EXACT) {
                into[n] = some / granule;
            }
        }
        if (granule == 0) {
            Arrays.fill(into, 0);
        }
    }

    /** Marks the nodes on which a pod of the class fits and may lie; a node has what is asked if no difference is below nothing. */
    private static void markUsable(
            PodClass podClass, int j, Tree tree, long[] request, long[][] columns, long[] missing) {
        Arrays.fill(missing, 0);
        for (int r = 0; r < request.length; r++) {
            long asked = request[r];
            long[] column = columns[r];
            for (int n = 0; asked > 0 && n < missing.length; n++) {
                missing[n] |= column[n] - asked;
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

    /** These bases, no more free of a resource than so many granules; bases that become equal are one. */
    Bases clipped(long[] most) {
        boolean any = false;
        for (int base = 0; base < size; base++) {
            for (int r = 0; r < resources; r++) {
                any |= rows[base * width + r] > most[r];
            }
        }
        if (!any) {
            return this;
        }
        long[][] columns = new long[width][size];
        for (int base = 0; base < size; base++) {
            for (int c = 0; c < width; c++) {
                long value = rows[base * width + c];
                columns[c][base] = c < resources ? Math.min(value, most[c]) : value;
            }
        }
        Alike alike = new Alike(columns, resources);
        int[] clippedOf = alike.numbers();
        int[] now = new int[baseOf.length];
        for (int n = 0; n < now.length; n++) {
            now[n] = baseOf[n] < 0 ? -1 : clippedOf[baseOf[n]];
        }
        return new Bases(request, now, resources, width, alike.rows(), alike.size());
    }

    int size() {
        return size;
    }

    long free(int base, int resource) {
        return rows[base * width + resource];
    }

    long[] free(int base) {
        return Arrays.copyOfRange(rows, base * width, base * width + resources);
    }

    /** {@return a word of the classes that may use a node of the base and of which one pod fits} */
    long usable(int base, int word) {
        return rows[base * width + resources + word];
    }

    boolean isUsable(int base, int j) {
        return (usable(base, j >> 6) >>> j & 1) != 0;
    }

    /** {@return all nodes that have a base, by base and then in rising order; not to be changed} */
    int[] nodes() {
        return nodes;
    }

    /** {@return where the nodes of a base begin among all} */
    int from(int base) {
        return base == 0 ? 0 : end[base - 1];
    }

    int to(int base) {
        return end[base];
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
