package io.github.workload4j.robustness.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws that the bytes of an input decide, so that whatever is made from a {@link Random} can be attacked by changing
 * bytes. After the last byte the draws are those of a seed made from all bytes.
 */
final class Drawn extends Random {

    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private int at;

    Drawn(byte[] bytes) {
        super(Arrays.hashCode(bytes));
        this.bytes = bytes;
    }

    @Override
    protected int next(int bits) {
        if (bytes == null || at >= bytes.length) {
            return super.next(bits);
        }
        // Small numbers come from one byte, so that a changed byte changes one draw.
        int value = 0;
        for (int taken = 0; taken < bits && at < bytes.length; taken += 8) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return bits < 32 ? value & (1 << bits) - 1 : value;
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound: " + bound);
        }
        return bound <= 256 ? next(8) % bound : Math.floorMod(next(32), bound);
    }

    <T> T of(List<T> values) {
        return values.get(nextInt(values.size()));
    }
}
