package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes by what the question's own rules say of them: free resources, counted in the greatest common divisor of all requests, and the
 * classes that may use the node. Nodes of one shape hold the same pods.
 */
final class Shapes {

    private final int resources;
    private final long[][] request;
    private final int[] shapeOf;
    private final Rows rows;
    private final Map<Integer, NodesByDomain> byDomain = new HashMap<>();

    Shapes(Packing packing, Groups groups) {
        List<PodClass> classes = packing.classes();
        int nodes = packing.nodes().count();
        resources = packing.nodes().resources();
        request = new long[classes.size()][resources];
        long[][] columns = new long[resources][nodes];
        for (int r = 0; r < resources; r++) {
            long unit = 0;
            long all = 0;
            for (PodClass podClass : classes) {
                unit = gcd(unit, podClass.request()[r]);
                all = addClipped(all, multiplyClipped(podClass.request()[r], podClass.count()));
            }
            for (int n = 0; unit > 0 && n < nodes; n++) {
                columns[r][n] = Math.min(all, Math.max(0, packing.nodes().free(r, n))) / unit;
            }
            for (int j = 0; unit > 0 && j < classes.size(); j++) {
                request[j][r] = classes.get(j).request()[r] / unit;
            }
        }
        int words = classes.size() + 63 >> 6;
        long[][] usable = new long[words][nodes];
        for (int group = 0; group < groups.count(); group++) {
            for (int j : groups.group(group).classes()) {
                for (int n = 0; n < nodes; n++) {
                    usable[j >> 6][n] |= classes.get(j).mayUse(n) ? 1L << j : 0;
                }
            }
        }
        for (int group = 0; group < groups.count(); group++) {
            excludeNodesOutside(groups.group(group), groups.classes(group).toLongArray(), usable);
        }
        shapeOf = new int[nodes];
        rows = new Rows(resources + words);
        long[] row = new long[resources + words];
        for (int n = 0; n < nodes; n++) {
            for (int r = 0; r < resources; r++) {
                row[r] = columns[r][n];
            }
            for (int w = 0; w < words; w++) {
                row[resources + w] = usable[w][n];
            }
            shapeOf[n] = rows.add(row);
        }
    }

    private static void excludeNodesOutside(PackingGroup group, long[] classes, long[][] usable) {
        int[] domainOf = group.domainOf();
        for (int n = 0; domainOf != null && n < domainOf.length; n++) {
            for (int w = 0; domainOf[n] < 0 && w < classes.length; w++) {
                usable[w][n] &= ~classes[w];
            }
        }
    }

    /** {@return requests by class and resource, in the units of {@link #capacity}} */
    long[][] requests() {
        return request;
    }

    int shapeOf(int node) {
        return shapeOf[node];
    }

    long capacity(int node, int resource) {
        return rows.get(shapeOf[node], resource);
    }

    boolean mayUse(int podClass, int node) {
        return (rows.get(shapeOf[node], resources + (podClass >> 6)) >>> podClass & 1) != 0;
    }

    /** {@return whether one pod of the class may use the node and fits there} */
    boolean fits(int podClass, int node) {
        boolean fits = mayUse(podClass, node);
        for (int r = 0; r < resources; r++) {
            fits &= request[podClass][r] <= capacity(node, r);
        }
        return fits;
    }

    NodesByDomain nodesByDomain(int group, int[] domainOf) {
        synchronized (byDomain) {
            return byDomain.computeIfAbsent(group, any -> new NodesByDomain(domainOf));
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static long multiplyClipped(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    private static long addClipped(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
}
