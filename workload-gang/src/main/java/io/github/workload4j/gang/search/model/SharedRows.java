package io.github.workload4j.gang.search.model;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shared rows of a packing: what it counts over several nodes. Shared limits come first, then the domains of
 * spreads: once for each limit of a spread, and for all its classes.
 */
public final class SharedRows {

    /** In place of the most that a row may hold: any amount. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final int[] NONE = {};
    private static final SharedRows NO_ROWS = new SharedRows(List.of(), List.of(), 0, 0);

    /** What a pod of each class takes, by row. */
    public final long[][] amounts;

    /** The row of the first domain of each spread, for its smallest limit, and for all its classes. */
    public final int[] first;

    public final int[] last;

    /** All rows, those of the fewest nodes first. */
    public final int[] smallestFirst;

    private final List<SharedLimit> limits;
    private final List<EvenSpread> spreads;
    private final long[] most;

    /** Different sets of rows that nodes lie in, and which of them each node does; empty if there are no rows. */
    private final List<int[]> sets = new ArrayList<>();

    private final int[] setOf;

    /** {@return the rows of a packing; one without any pays nothing for them} */
    static SharedRows of(Packing packing) {
        return packing.hasRows()
                ? new SharedRows(
                        packing.limits(),
                        packing.spreads(),
                        packing.classes().size(),
                        packing.nodes().count())
                : NO_ROWS;
    }

    private SharedRows(List<SharedLimit> limits, List<EvenSpread> spreads, int classes, int nodes) {
        this.limits = limits;
        this.spreads = spreads;
        this.first = new int[spreads.size()];
        this.last = new int[first.length];
        List<long[]> all = new ArrayList<>();
        for (SharedLimit limit : limits) {
            all.add(limit.amounts());
        }
        for (int s = 0; s < first.length; s++) {
            EvenSpread spread = spreads.get(s);
            first[s] = all.size();
            long[] ones = new long[classes];
            for (int limit : spread.limits()) {
                ones = ones.clone();
                last[s] = add(spread, spread.upTo(limit), ones, all);
            }
            if (spread.limits().length == 0
                    || !spread.upTo(Integer.MAX_VALUE - 1).equals(spread.classes())) {
                last[s] = add(spread, spread.classes(), ones.clone(), all);
            }
        }
        this.amounts = all.toArray(new long[0][]);
        this.most = new long[amounts.length];
        Arrays.fill(most, UNLIMITED);
        for (int i = 0; i < limits.size(); i++) {
            most[i] = limits.get(i).atMost();
        }
        this.setOf = new int[nodes];
        this.smallestFirst = bySize();
    }

    /** Finds the rows of each node, and returns all rows, those of the fewest nodes first. */
    private int[] bySize() {
        int[] nodes = new int[amounts.length];
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int n = 0; n < setOf.length; n++) {
            List<Integer> rows = rows(n);
            rows.forEach(row -> nodes[row]++);
            setOf[n] = known.computeIfAbsent(rows, some -> {
                sets.add(some.stream().mapToInt(row -> row).toArray());
                return sets.size() - 1;
            });
        }
        long[] bySize = new long[nodes.length];
        for (int row = 0; row < bySize.length; row++) {
            bySize[row] = (long) nodes[row] << 32 | row;
        }
        Arrays.sort(bySize);
        int[] rows = new int[bySize.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) bySize[i];
        }
        return rows;
    }

    private static int add(EvenSpread spread, List<Integer> classes, long[] ones, List<long[]> all) {
        int row = all.size();
        classes.forEach(j -> ones[j] = 1);
        for (int ignored : spread.counts()) {
            all.add(ones);
        }
        return row;
    }

    private List<Integer> rows(int node) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            if (limits.get(i).concerns(node)) {
                rows.add(i);
            }
        }
        for (int s = 0; s < first.length; s++) {
            EvenSpread spread = spreads.get(s);
            int domain = spread.domainOf()[node];
            for (int row = first[s]; domain >= 0 && row <= last[s]; row += spread.counts().length) {
                rows.add(row + domain);
            }
        }
        return rows;
    }

    public int size() {
        return amounts.length;
    }

    public boolean isEmpty() {
        return amounts.length == 0;
    }

    /** {@return the most that each row may hold, without a look at levels} */
    long[] most() {
        return most;
    }

    /** {@return the number of the set of rows that a node lies in} */
    int setOf(int node) {
        return setOf.length == 0 ? 0 : setOf[node];
    }

    /** {@return a set of rows, rising} */
    int[] set(int number) {
        return sets.isEmpty() ? NONE : sets.get(number);
    }

    public EvenSpread spread(int number) {
        return spreads.get(number);
    }

    /** {@return whether pods keep shared limits and spreads} */
    public boolean hold(List<Placed> placed) {
        long[] held = new long[amounts.length];
        for (Placed some : placed) {
            for (int row : set(setOf(some.node()))) {
                long more = SaturatedMath.product(amounts[row][some.podClass()], some.count());
                held[row] = SaturatedMath.sum(held[row], more);
            }
        }
        return hold(held);
    }

    /** {@return whether rows may hold these amounts} */
    public boolean hold(long[] held) {
        for (int i = 0; i < limits.size(); i++) {
            if (held[i] > most[i]) {
                return false;
            }
        }
        for (int s = 0; s < first.length; s++) {
            if (!isEven(s, held)) {
                return false;
            }
        }
        return true;
    }

    private boolean isEven(int number, long[] held) {
        EvenSpread spread = spread(number);
        int domains = spread.counts().length;
        long level = Long.MAX_VALUE;
        for (int d = 0; d < domains; d++) {
            level = Math.min(level, held[last[number] + d] + spread.counts()[d]);
        }
        int row = first[number];
        for (int limit : spread.limits()) {
            for (int d = 0; d < domains; d++, row++) {
                if (held[row] > 0 && held[row] + spread.counts()[d] - limit > level) {
                    return false;
                }
            }
        }
        return true;
    }
}
