package io.github.workload4j.gang.cluster;

import java.util.Arrays;

/** Rows of bits, bit {@code n & 63} of word {@code n >> 6} for element {@code n}, with an element more or less. */
final class Bits {

    private Bits() {}

    /**
     * {@return the bits with a clear one before the one that was at {@code at}; {@code size} is their new number}
     */
    static long[] inserted(long[] bits, int at, int size) {
        long[] changed = Arrays.copyOf(bits, (size + 63) >> 6);
        int word = at >> 6;
        for (int w = changed.length - 1; w > word; w--) {
            changed[w] = changed[w] << 1 | changed[w - 1] >>> 63;
        }
        long below = (1L << (at & 63)) - 1;
        changed[word] = changed[word] & below | (changed[word] & ~below) << 1;
        return changed;
    }

    /** {@return the bits without the one at {@code at}; {@code size} is their new number} */
    static long[] removed(long[] bits, int at, int size) {
        long[] changed = bits.clone();
        int word = at >> 6;
        long below = (1L << (at & 63)) - 1;
        changed[word] = changed[word] & below | changed[word] >>> 1 & ~below;
        for (int w = word; w + 1 < changed.length; w++) {
            changed[w] |= changed[w + 1] << 63;
            changed[w + 1] >>>= 1;
        }
        return Arrays.copyOf(changed, (size + 63) >> 6);
    }
}
