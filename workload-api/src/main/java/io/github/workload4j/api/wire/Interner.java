package io.github.workload4j.api.wire;

import io.github.workload4j.api.core.Quantity;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Texts, quantities and times read recently. Most texts of a dump occur many times; equal ones may be the same object.
 *
 * <p>A hash table that keeps the last entry of each slot, so it never fills up; it grows with what is read. Not
 * thread-safe.
 */
public final class Interner {

    private static final int LONGEST = 64;
    private static final int FEW_BITS = 6;
    private static final int MOST_BITS = 12;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final FragmentCache fragments = new FragmentCache();

    private final RecentValues<String> texts = new RecentValues<>(text -> text);
    private final RecentValues<Quantity> quantities = new RecentValues<>(Quantity::parse);
    private final RecentValues<Instant> times = new RecentValues<>(Timestamps::parse);

    private int bits = FEW_BITS;
    private int missed;
    private @Nullable String[] ascii = new String[1 << FEW_BITS];
    private long[] heads = new long[1 << FEW_BITS];
    private long[] tails = new long[1 << FEW_BITS];

    /** {@return the fragments of JSON read recently} */
    public FragmentCache fragments() {
        return fragments;
    }

    /** {@return an equal text} */
    public String text(String text) {
        return text.length() > LONGEST ? text : texts.of(text);
    }

    /** {@return the quantity; throws {@link IllegalArgumentException} with what is wrong with it} */
    Quantity quantity(String text) {
        return quantities.of(text);
    }

    /** {@return the time; throws {@link java.time.DateTimeException} if it is none} */
    Instant time(String text) {
        return times.of(text);
    }

    /** {@return the text of these bytes, all of them ASCII} */
    public String text(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        long head = head(bytes, from, length);
        long tail = length <= Long.BYTES ? 0 : eight(bytes, from + length - Long.BYTES);
        int place = place(head, tail, length);
        String known = ascii[place];
        boolean same = known != null
                && heads[place] == head
                && tails[place] == tail
                && known.length() == length
                && (length <= 2 * Long.BYTES || isBetween(known, bytes, from));
        if (same) {
            return known;
        }
        String text = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        if (++missed > ascii.length && bits < MOST_BITS) {
            grow();
        }
        put(text, head, tail);
        return text;
    }

    private int place(long head, long tail, int length) {
        return (int) ((head * PRIME + tail) * PRIME + length * PRIME >>> Long.SIZE - bits);
    }

    private void put(String text, long head, long tail) {
        int place = place(head, tail, text.length());
        ascii[place] = text;
        heads[place] = head;
        tails[place] = tail;
    }

    private void grow() {
        @Nullable String[] known = ascii;
        long[] oldHeads = heads;
        long[] oldTails = tails;
        bits += 2;
        missed = 0;
        ascii = new String[1 << bits];
        heads = new long[1 << bits];
        tails = new long[1 << bits];
        for (int i = 0; i < known.length; i++) {
            String text = known[i];
            if (text != null) {
                put(text, oldHeads[i], oldTails[i]);
            }
        }
    }

    private static long eight(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** {@return the first eight bytes, or fewer if there are fewer} */
    private static long head(byte[] bytes, int from, int length) {
        if (length >= Long.BYTES) {
            return eight(bytes, from);
        }
        if (from + Long.BYTES <= bytes.length) {
            return length == 0 ? 0 : eight(bytes, from) & -1L >>> Long.SIZE - Byte.SIZE * length;
        }
        long head = 0;
        for (int i = length - 1; i >= 0; i--) {
            head = head << Byte.SIZE | bytes[from + i];
        }
        return head;
    }

    /** {@return whether the text agrees with the bytes between its first and its last eight characters} */
    private static boolean isBetween(String text, byte[] bytes, int from) {
        for (int i = Long.BYTES; i < text.length() - Long.BYTES; i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
