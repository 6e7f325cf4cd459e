package io.github.workload4j.gang.search;

import java.util.Arrays;

/** The columns of the configuration LP known so far: patterns of pods on a node of a kind, and such as stand for what is left over. */
final class Columns {

    private final int rows;
    private final int classes;
    private final Interned known;
    private final long[] spelled;

    private int count;
    private int[] kind = new int[64];
    private double[] cost = new double[64];
    private int[][] pattern = new int[64][];
    private double[] entries;

    /** Columns of so many rows, of which the first are those of the classes. */
    Columns(int rows, int classes) {
        this.rows = rows;
        this.classes = classes;
        this.known = new Interned(classes + 1);
        this.spelled = new long[classes + 1];
        this.entries = new double[64 * rows];
    }

    int count() {
        return count;
    }

    int rows() {
        return rows;
    }

    /** Adds a column of no kind. */
    int add(double[] column, double price) {
        return add(-1, column, price, new int[0]);
    }

    /** Adds a pattern of pods on a node of a kind. */
    int addPattern(int t, int[] pods) {
        double[] column = new double[rows];
        for (int j = 0; j < classes; j++) {
            column[j] = pods[j];
        }
        return add(t, column, 0, pods.clone());
    }

    /** Adds a pattern unless it has been suggested before. */
    void suggest(int t, int[] pods) {
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
        if (count == kind.length) {
            kind = Arrays.copyOf(kind, count * 2);
            cost = Arrays.copyOf(cost, count * 2);
            pattern = Arrays.copyOf(pattern, count * 2);
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        kind[count] = t;
        cost[count] = price;
        pattern[count] = pods;
        System.arraycopy(column, 0, entries, count * rows, rows);
        return count++;
    }

    /** {@return the kind of a pattern, or -1} */
    int kind(int column) {
        return kind[column];
    }

    double cost(int column) {
        return cost[column];
    }

    /** {@return the pods of a pattern by class; nothing for a column of no kind} */
    int[] pattern(int column) {
        return pattern[column];
    }

    double entry(int column, int row) {
        return entries[column * rows + row];
    }

    /** {@return what a column is worth at given prices of the rows} */
    double worth(int column, double[] price) {
        double sum = 0;
        for (int r = 0, at = column * rows; r < rows; r++, at++) {
            sum += price[r] * entries[at];
        }
        return sum;
    }
}
