package io.github.workload4j.gang.search.model;

import java.util.Arrays;

/**
 * Indexes sorted by the rows of some columns: equal rows get the same number, from 0 in the order of first appearance.
 *
 * <p>No object is made and no row is copied for an index: hashes are computed column by column, and a table leads to
 * the first row of each number.
 */
final class RowClasses {

    private final long[][] columns;
    private final int[] number;

    /** The first index of each number. */
    private int[] first = new int[64];

    private int size;

    /**
     * Sorts the indexes of the columns.
     *
     * @param needed rows in which this column and all after it are zero get the number -1
     */
    RowClasses(long[][] columns, int needed) {
        this.columns = columns;
        int count = columns[0].length;
        this.number = new int[count];
        long[] any = new long[count];
        for (int c = needed; c < columns.length; c++) {
            for (int n = 0; n < count; n++) {
                any[n] |= columns[c][n];
            }
        }
        long[] hash = hash(count);
        int mask = Integer.highestOneBit(Math.max(16, count)) * 4 - 1;
        int[] table = new int[mask + 1];
        for (int n = 0; n < count; n++) {
            if (any[n] == 0) {
                number[n] = -1;
                continue;
            }
            int at = (int) (hash[n] >>> 32) & mask;
            while (table[at] != 0 && !areEqual(first[table[at] - 1], n)) {
                at = at + 1 & mask;
            }
            if (table[at] == 0) {
                if (size == first.length) {
                    first = Arrays.copyOf(first, size * 2);
                }
                first[size] = n;
                table[at] = ++size;
            }
            number[n] = table[at] - 1;
        }
    }

    private long[] hash(int count) {
        long[] hash = new long[count];
        for (long[] column : columns) {
            for (int n = 0; n < count; n++) {
                long mixed = (hash[n] + column[n]) * 0xD6E8FEB86659FD93L;
                hash[n] = mixed ^ mixed >>> 29;
            }
        }
        for (int n = 0; n < count; n++) {
            hash[n] *= 0xD6E8FEB86659FD93L;
        }
        return hash;
    }

    private boolean areEqual(int a, int b) {
        for (long[] column : columns) {
            if (column[a] != column[b]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the number of each index} */
    int[] numbers() {
        return number;
    }

    int size() {
        return size;
    }

    /** {@return the columns by number, one row for each} */
    long[][] columns() {
        long[][] distinct = new long[columns.length][size];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < size; i++) {
                distinct[c][i] = columns[c][first[i]];
            }
        }
        return distinct;
    }
}
