package io.github.workload4j.gang.proof.check;

import java.util.Arrays;

/** Rows of numbers, equal ones kept once and numbered from 0 in the order in which they came. */
final class Rows {

    private final int width;
    private long[] rows;
    private int[] slots;
    private int size;

    Rows(int width) {
        this.width = width;
        this.rows = new long[16 * width];
        this.slots = new int[64];
    }

    /**
     * {@return the number of a row equal to the given one, which is new if it equals the {@link #size()} before the
     * call}
     */
    int add(long[] row) {
        int slot = slotOf(row, 0);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if ((size + 1) * width > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        System.arraycopy(row, 0, rows, size * width, width);
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < size; i++) {
                slots[slotOf(rows, i * width)] = i + 1;
            }
        }
        return size - 1;
    }

    int size() {
        return size;
    }

    long get(int row, int column) {
        return rows[row * width + column];
    }

    private int slotOf(long[] from, int offset) {
        long hash = 0;
        for (int i = 0; i < width; i++) {
            hash = (hash ^ from[offset + i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0
                && !Arrays.equals(rows, (slots[slot] - 1) * width, slots[slot] * width, from, offset, offset + width)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
