package io.github.workload4j.gang.search.model;

import java.util.Arrays;

/** Rows of numbers, each kept once: equal rows get the same number, from 0 in the order of first appearance. */
public final class RowInterner {

    private final int width;
    private long[] rows;
    private int[] table;
    private int size;

    public RowInterner(int width) {
        this.width = width;
        this.rows = new long[32 * width];
        this.table = new int[128];
    }

    public int add(long[] row) {
        int mask = table.length - 1;
        int at = hash(row, 0) & mask;
        for (int found; (found = table[at] - 1) >= 0; at = at + 1 & mask) {
            if (equal(found * width, row)) {
                return found;
            }
        }
        if ((size + 1) * width > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        System.arraycopy(row, 0, rows, size * width, width);
        table[at] = ++size;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private boolean equal(int offset, long[] row) {
        for (int i = 0; i < width; i++) {
            if (rows[offset + i] != row[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int at = hash(rows, i * width) & mask;
            while (table[at] != 0) {
                at = at + 1 & mask;
            }
            table[at] = i + 1;
        }
    }

    private int hash(long[] from, int offset) {
        long hash = 1;
        for (int i = 0; i < width; i++) {
            hash = (hash + from[offset + i]) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ hash >>> 32);
    }

    public int size() {
        return size;
    }

    public long get(int row, int column) {
        return rows[row * width + column];
    }
}
