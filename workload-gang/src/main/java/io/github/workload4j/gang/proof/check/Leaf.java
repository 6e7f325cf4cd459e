package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.proof.Weights;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What nodes are worth under the points of one leaf, one knapsack for all nodes that the leaf cannot tell apart. For
 * leaves below cases that treat nodes of a shape differently; see {@link PlainLeaf} for the others.
 */
final class Leaf implements KnapsackSum.Kinds {

    private final Asked asked;
    private final Cases cases;
    private final Weights weights;
    private final PointsKnapsack worth;
    private final int[] shapeOf;

    /** Caps that tell nodes apart. */
    private final Cases.Cap[] caps;

    /** Domains in which a class may have one pod only. */
    private final int[][] alone;

    /** Rows that have a price. */
    private final int[] priced;

    private final Rows kinds;
    private final long[] kind;
    private final long[] capacity;
    private final long[] points;
    private final int[] least;
    private final int[] most;

    /** By kind, a node of it and how many there are. */
    private int[] example = new int[16];

    private int[] counts = new int[16];
    private long mostOfANode;
    private boolean[] exact = new boolean[0];
    private long[] found = new long[0];
    private boolean isSumExact;

    Leaf(Asked asked, Cases cases, Weights weights, PointsKnapsack worth) {
        this.caps = cases.caps().stream()
                .filter(cap -> cap.reach() == Cases.Reach.SOME)
                .toArray(Cases.Cap[]::new);
        this.alone = asked.rules().alone().stream()
                .map(ClassRules.Wide::domainOf)
                .distinct()
                .toArray(int[][]::new);
        this.priced = IntStream.range(0, weights.prices().size())
                .filter(row -> weights.prices().get(row) != 0)
                .toArray();
        int classes = asked.packing().classes().size();
        this.asked = asked;
        this.shapeOf = asked.shapes().shapeOf();
        this.cases = cases;
        this.weights = weights;
        this.worth = worth;
        this.kind = new long[2 + (caps.length + alone.length + priced.length + 63 >> 6)];
        this.kinds = new Rows(kind.length);
        this.capacity = new long[asked.packing().nodes().resources()];
        this.points = new long[classes];
        this.least = new int[classes];
        this.most = new int[classes];
    }

    /** {@return how many rules a look at a node goes through} */
    int rules() {
        return caps.length + alone.length + priced.length;
    }

    /** {@return what the nodes of the cases are worth, as {@link KnapsackSum#of} says it} */
    long sum(long known, long need, boolean exactly) {
        for (int node : cases.nodes()) {
            int kind = kindOf(node);
            if (kind == example.length) {
                example = Arrays.copyOf(example, kind * 2);
                counts = Arrays.copyOf(counts, kind * 2);
            }
            example[kind] = node;
            counts[kind]++;
        }
        exact = new boolean[kinds.size()];
        found = new long[exact.length];
        KnapsackSum all = new KnapsackSum();
        for (int i = 0; i < exact.length; i++) {
            all.add(i, counts[i]);
        }
        long sum = all.of(known, need, exactly, this);
        mostOfANode = all.mostOfANode();
        isSumExact = all.isExact();
        return sum;
    }

    /** {@return whether the sum is exactly what the nodes can hold} */
    boolean isSumExact() {
        return isSumExact;
    }

    long mostOfANode() {
        return mostOfANode;
    }

    private int kindOf(int node) {
        Arrays.fill(kind, 0);
        kind[0] = shapeOf[node];
        kind[1] = cases.hasFloor(node) ? node + 1 : 0;
        int bit = 128;
        for (Cases.Cap cap : caps) {
            kind[bit >> 6] |= cap.nodes().test(node) ? 1L << bit : 0;
            bit++;
        }
        for (int[] domainOf : alone) {
            kind[bit >> 6] |= domainOf[node] >= 0 ? 1L << bit : 0;
            bit++;
        }
        for (int row : priced) {
            kind[bit >> 6] |= asked.rows().row(row).nodes().get(node) ? 1L << bit : 0;
            bit++;
        }
        return kinds.add(kind);
    }

    @Override
    public long found(int number) {
        return found[number];
    }

    @Override
    public boolean isExact(int number) {
        return exact[number];
    }

    @Override
    public long worth(int number, int looks) {
        int node = example[number];
        for (int r = 0; r < capacity.length; r++) {
            capacity[r] = asked.shapes().capacity(node, r);
        }
        for (int j = 0; j < points.length; j++) {
            points[j] = weights.points().get(j);
            least[j] = cases.least(j, node);
            most[j] = cases.most(j, node);
        }
        for (int i = 0; i < weights.sharedPoints().size(); i++) {
            Conflict conflict = asked.packing().conflicts().get(i);
            if (conflict.domainOf() != null && conflict.domainOf()[node] >= 0) {
                points[conflict.a()] -= weights.sharedPoints().get(i);
            }
        }
        for (int row : priced) {
            NodeRows.Row it = asked.rows().row(row);
            for (int j = 0; it.nodes().get(node) && j < points.length; j++) {
                long pays = Math.multiplyExact(weights.prices().get(row), it.amounts()[j]);
                points[j] = Math.subtractExact(points[j], pays);
            }
        }
        long most = worth.of(capacity, points, least, this.most, looks);
        exact[number] = worth.isExact();
        found[number] = worth.found();
        return most;
    }
}
