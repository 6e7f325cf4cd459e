package io.github.workload4j.gang.order;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Numbers of supplies, in order. Kept as numbers where they are few, else as bits. Immutable. */
public final class SupplySet {

    private final int @Nullable [] few;
    private final long[] bits;

    private SupplySet(int @Nullable [] few, long[] bits) {
        this.few = few;
        this.bits = bits;
    }

    /** {@return these numbers, in order} */
    static SupplySet of(int[] sorted, int supplies) {
        if (sorted.length <= supplies >> 5) {
            return new SupplySet(sorted, new long[0]);
        }
        long[] bits = new long[supplies + 63 >> 6];
        for (int s : sorted) {
            bits[s >> 6] |= 1L << (s & 63);
        }
        return new SupplySet(null, bits);
    }

    /** {@return those of a set that are among these bits} */
    SupplySet and(long[] mask) {
        if (few != null) {
            return new SupplySet(
                    Arrays.stream(few).filter(s -> VolumeRule.has(mask, s)).toArray(), bits);
        }
        long[] both = bits.clone();
        for (int w = 0; w < both.length; w++) {
            both[w] &= mask[w];
        }
        return new SupplySet(null, both);
    }

    /** {@return those that are in another set too} */
    SupplySet and(SupplySet other) {
        return other.few == null
                ? and(other.bits)
                : new SupplySet(Arrays.stream(other.few).filter(this::has).toArray(), bits);
    }

    private boolean has(int supply) {
        return few != null ? Arrays.binarySearch(few, supply) >= 0 : VolumeRule.has(bits, supply);
    }

    /** {@return the first that is among these bits, none before {@code from}; -1 if there is none} */
    int next(int from, long[] mask) {
        if (few != null) {
            int at = from == 0 ? 0 : Arrays.binarySearch(few, from);
            for (int i = at < 0 ? -at - 1 : at; i < few.length; i++) {
                if (VolumeRule.has(mask, few[i])) {
                    return few[i];
                }
            }
            return -1;
        }
        for (int w = from >> 6; w < bits.length; w++) {
            long word = bits[w] & mask[w] & (w == from >> 6 ? -1L << from : -1L);
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return -1;
    }

    /** {@return all of them, in order} */
    public int[] toArray() {
        return few != null ? few : BitSet.valueOf(bits).stream().toArray();
    }

    /** {@return about how much a look at all of them costs} */
    int length() {
        return few != null ? few.length : bits.length;
    }
}
