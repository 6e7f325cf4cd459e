package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of a question, numbered from 0: its shared limits in order, then those of each spread. A spread has a row
 * for each domain, once for each of its limits, from the smallest to the largest, and once more for all its classes if
 * the largest limit does not concern all of them.
 */
final class NodeRows {

    /** In place of the most that a row may hold: any amount. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private final List<Row> rows = new ArrayList<>();
    private final List<Integer> firstOfSpread = new ArrayList<>();
    /** The rows of the first domains of all classes of spreads. */
    private final List<Integer> lastOfSpread = new ArrayList<>();

    private final long[] most;

    /** What a pod of each class takes on each of some nodes. */
    record Row(long[] amounts, BitSet nodes) {}

    NodeRows(Packing packing) {
        for (SharedLimit limit : packing.limits()) {
            BitSet nodes = BitSet.valueOf(limit.nodes());
            if (nodes.length() > packing.nodes().count()) {
                nodes.clear(packing.nodes().count(), nodes.length());
            }
            rows.add(new Row(limit.amounts(), nodes));
        }
        for (EvenSpread spread : packing.spreads()) {
            firstOfSpread.add(rows.size());
            BitSet[] nodes = new BitSet[spread.counts().length];
            Arrays.setAll(nodes, d -> new BitSet());
            for (int n = 0; n < spread.domainOf().length; n++) {
                if (spread.domainOf()[n] >= 0) {
                    nodes[spread.domainOf()[n]].set(n);
                }
            }
            List<List<Integer>> counted = new ArrayList<>();
            Arrays.stream(spread.limits()).forEach(limit -> counted.add(spread.upTo(limit)));
            if (counted.isEmpty() || !counted.get(counted.size() - 1).equals(spread.classes())) {
                counted.add(spread.classes());
            }
            for (List<Integer> classes : counted) {
                long[] amounts = new long[packing.classes().size()];
                classes.forEach(j -> amounts[j] = 1);
                for (BitSet some : nodes) {
                    rows.add(new Row(amounts, some));
                }
            }
            lastOfSpread.add(rows.size() - nodes.length);
        }
        this.most = new long[rows.size()];
        Arrays.fill(most, UNLIMITED);
        for (int i = 0; i < packing.limits().size(); i++) {
            most[i] = packing.limits().get(i).atMost();
        }
    }

    int size() {
        return rows.size();
    }

    Row row(int number) {
        return rows.get(number);
    }

    /** {@return bounds, all domains of a spread having at least some pods in the end} */
    Bounds reached(Bounds bounds, int number, EvenSpread spread, long level) {
        long[] more = bounds.least.clone();
        int first = lastOfSpread.get(number);
        for (int d = 0; d < spread.counts().length; d++) {
            more[first + d] = Math.max(more[first + d], level - spread.counts()[d]);
        }
        return new Bounds(more, bounds.most);
    }

    /** {@return bounds, some domain of a spread having fewer pods than that in the end} */
    Bounds missed(Bounds bounds, int number, EvenSpread spread, long level) {
        long[] fewer = bounds.most.clone();
        int row = firstOfSpread.get(number);
        for (int limit : spread.limits()) {
            for (int count : spread.counts()) {
                long left = level - 1 + limit - count;
                fewer[row] = Math.min(fewer[row], Math.max(0, left));
                row++;
            }
        }
        return new Bounds(bounds.least, fewer);
    }

    /** {@return what is known before any case is told apart} */
    Bounds start() {
        return new Bounds(new long[most.length], most);
    }

    /**
     * What the cases say of rows. Not to be changed.
     *
     * @param least pods of the answer take at least this, by row
     * @param most they take at most this, or any amount
     */
    record Bounds(long[] least, long[] most) {}
}
