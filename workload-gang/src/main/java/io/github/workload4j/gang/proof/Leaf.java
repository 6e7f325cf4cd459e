package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import java.util.Arrays;

/**
 * What nodes are worth under the points of one leaf, one knapsack for all nodes that the leaf cannot tell apart. For leaves below cases that
 * treat nodes of a shape differently; see {@link PlainLeaf} for the others.
 */
final class Leaf {

    private final Packing packing;
    private final Shapes shapes;
    private final Cases cases;
    private final Weights weights;
    private final NodeWorth worth;
    private final int[] shapeOf;
    private final Cases.Cap[] caps;
    private final boolean anyFloors;

    /** Domains in which a class may have one pod only. */
    private final int[][] alone;

    private final Rows kinds;
    private final long[] kind;
    private final long[] capacity;
    private final long[] points;
    private final int[] least;
    private final int[] most;
    private long[] known = new long[16];

    Leaf(Packing packing, Shapes shapes, Cases cases, Weights weights, NodeWorth worth) {
        this.caps = cases.caps().toArray(Cases.Cap[]::new);
        this.anyFloors = !cases.floors().isEmpty();
        this.alone = packing.conflicts().stream()
                .filter(conflict -> conflict.a() == conflict.b() && conflict.domainOf() != null)
                .map(Conflict::domainOf)
                .toArray(int[][]::new);
        int bits = caps.length + alone.length;
        int classes = packing.classes().size();
        this.packing = packing;
        this.shapes = shapes;
        this.shapeOf = shapes.shapeOf();
        this.cases = cases;
        this.weights = weights;
        this.worth = worth;
        this.kind =
                new long[2 + (bits + 63 >> 6) + (anyFloors ? packing.conflicts().size() : 0)];
        this.kinds = new Rows(kind.length);
        this.capacity = new long[packing.nodes().resources()];
        this.points = new long[classes];
        this.least = new int[classes];
        this.most = new int[classes];
    }

    /** {@return points of a node, or {@link NodeWorth#NEVER} if what the cases demand does not fit on it} */
    long worthOf(int node) {
        Arrays.fill(kind, 0);
        kind[0] = shapeOf[node];
        kind[1] = anyFloors && cases.hasFloor(node) ? node + 1 : 0;
        int bit = 128;
        for (Cases.Cap cap : caps) {
            kind[bit >> 6] |= cap.nodes().test(node) ? 1L << bit : 0;
            bit++;
        }
        for (int[] domainOf : alone) {
            kind[bit >> 6] |= domainOf[node] >= 0 ? 1L << bit : 0;
            bit++;
        }
        for (int i = 0; anyFloors && i < packing.conflicts().size(); i++) {
            int[] domainOf = packing.conflicts().get(i).domainOf();
            kind[kind.length - 1 - i] = domainOf == null ? 0 : domainOf[node];
        }
        int before = kinds.size();
        int number = kinds.add(kind);
        if (number == before) {
            if (number == known.length) {
                known = Arrays.copyOf(known, number * 2);
            }
            known[number] = weigh(node);
        }
        return known[number];
    }

    private long weigh(int node) {
        for (int r = 0; r < capacity.length; r++) {
            capacity[r] = shapes.capacity(node, r);
        }
        for (int j = 0; j < points.length; j++) {
            points[j] = weights.points().get(j);
            least[j] = cases.least(j, node);
            most[j] = cases.most(j, node);
        }
        for (int i = 0; i < weights.sharedPoints().size(); i++) {
            Conflict conflict = packing.conflicts().get(i);
            if (conflict.domainOf() != null && conflict.domainOf()[node] >= 0) {
                points[conflict.a()] -= weights.sharedPoints().get(i);
            }
        }
        return worth.of(capacity, points, least, most);
    }
}
