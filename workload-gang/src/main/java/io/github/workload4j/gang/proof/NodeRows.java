package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The rows of a question, numbered from 0: its shared limits in order, then the domains of each spread in order. */
final class NodeRows {

    /** In place of the most that a row may hold: any amount. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private final List<Row> rows = new ArrayList<>();
    private final List<Integer> firstOfSpread = new ArrayList<>();
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
            long[] amounts = new long[packing.classes().size()];
            spread.classes().forEach(j -> amounts[j] = 1);
            BitSet[] nodes = new BitSet[spread.counts().length];
            Arrays.setAll(nodes, d -> new BitSet());
            for (int n = 0; n < spread.domainOf().length; n++) {
                if (spread.domainOf()[n] >= 0) {
                    nodes[spread.domainOf()[n]].set(n);
                }
            }
            for (BitSet some : nodes) {
                rows.add(new Row(amounts, some));
            }
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

    /** {@return the row of the first domain of a spread} */
    int first(int spread) {
        return firstOfSpread.get(spread);
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
    record Bounds(long[] least, long[] most) {

        /** These bounds, all domains of a spread having at least some pods in the end. */
        Bounds reached(EvenSpread spread, int first, long level) {
            long[] more = least.clone();
            for (int d = 0; d < spread.counts().length; d++) {
                more[first + d] = Math.max(more[first + d], level - spread.counts()[d]);
            }
            return new Bounds(more, most);
        }

        /** These bounds, some domain of a spread having fewer pods than that in the end. */
        Bounds missed(EvenSpread spread, int first, long level) {
            long[] fewer = most.clone();
            for (int d = 0; d < spread.counts().length; d++) {
                long left = level - 1 + spread.maxSkew() - spread.counts()[d];
                fewer[first + d] = Math.min(fewer[first + d], Math.max(0, left));
            }
            return new Bounds(least, fewer);
        }
    }
}
