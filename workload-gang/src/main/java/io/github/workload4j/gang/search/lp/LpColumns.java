package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.RowInterner;
import java.util.Arrays;

/** The known columns of the configuration LP: patterns of node types, and columns for pods left out and for minima. */
final class LpColumns {

    private final int rows;
    private final int classes;
    private final RowSides sides;
    private final RowInterner known;
    private final long[] spelled;

    private final WorkMeter meter;

    private int count;
    private int[] type;
    private double[] cost;
    private int[][] pattern;
    private double[] entries;
    private long grown;

    /**
     * Columns with {@code rows} rows; the classes' rows come first.
     *
     * @param sides what patterns take of shared rows; their rows come last
     * @param first the number of columns to make room for; the caller counts their {@link #bytes}
     */
    LpColumns(int rows, int classes, RowSides sides, int first, WorkMeter meter) {
        this.rows = rows;
        this.sides = sides;
        this.classes = classes;
        this.meter = meter;
        this.known = new RowInterner(classes + 1);
        this.spelled = new long[classes + 1];
        int room = Math.max(64, first);
        this.type = new int[room];
        this.cost = new double[room];
        this.pattern = new int[room][];
        this.entries = new double[room * rows];
    }

    /**
     * {@return the bytes of columns: their numbers, the pods of their pattern, and the row by which a pattern is
     * recognized}
     */
    static long bytes(int rows, int classes, int columns) {
        return Math.max(64, columns) * (8L * rows + 16L * (classes + 1) + 60);
    }

    /** {@return the bytes counted since the first columns were} */
    long grown() {
        return grown;
    }

    int count() {
        return count;
    }

    int rows() {
        return rows;
    }

    /** Adds a column that is no pattern. */
    int add(double[] column, double price) {
        return add(-1, column, price, new int[0]);
    }

    /** Adds a pattern of a node type. */
    int addPattern(int t, int[] pods) {
        double[] column = new double[rows];
        for (int j = 0; j < classes; j++) {
            column[j] = pods[j];
        }
        for (int side : sides.of(t)) {
            column[rows - sides.size() + side] = sides.taken(side, pods);
        }
        return add(t, column, 0, pods.clone());
    }

    /** Adds a pattern unless it is known already or there is no memory for it. */
    void suggest(int t, int[] pods) {
        if (count == type.length && !grow()) {
            return;
        }
        for (int j = 0; j < classes; j++) {
            spelled[j] = pods[j];
        }
        spelled[classes] = t;
        int before = known.size();
        if (known.add(spelled) == before) {
            addPattern(t, pods);
        }
    }

    private int add(int t, double[] column, double price, int[] pods) {
        type[count] = t;
        cost[count] = price;
        pattern[count] = pods;
        System.arraycopy(column, 0, entries, count * rows, rows);
        return count++;
    }

    private boolean grow() {
        long more = bytes(rows, classes, count);
        if ((long) entries.length * 2 > Integer.MAX_VALUE - 8 || !meter.tryHold(more)) {
            return false;
        }
        grown += more;
        type = Arrays.copyOf(type, count * 2);
        cost = Arrays.copyOf(cost, count * 2);
        pattern = Arrays.copyOf(pattern, count * 2);
        entries = Arrays.copyOf(entries, entries.length * 2);
        return true;
    }

    /** {@return the node type of a pattern, or -1} */
    int type(int column) {
        return type[column];
    }

    double cost(int column) {
        return cost[column];
    }

    /** {@return the pods of a pattern by class; empty for a column that is no pattern} */
    int[] pattern(int column) {
        return pattern[column];
    }

    double entry(int column, int row) {
        return entries[column * rows + row];
    }

    /** {@return what a column is worth at the given prices of the rows} */
    double worth(int column, double[] price) {
        double sum = 0;
        for (int r = 0, at = column * rows; r < rows; r++, at++) {
            sum += price[r] * entries[at];
        }
        return sum;
    }
}
