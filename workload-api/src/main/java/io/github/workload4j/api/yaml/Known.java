package io.github.workload4j.api.yaml;

import io.github.workload4j.api.core.Quantity;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Texts, quantities and times that were read lately: in a dump most come again and again, and equal ones may be the same object.
 *
 * <p>Of those that fall on the same place the last one is known, so there is nothing to fill up. Not thread-safe.
 */
final class Known {

    private static final int PLACES = 1 << 11;
    private static final int LONGEST = 64;

    private static final int ASCII_BITS = 12;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Parts of texts and what they meant. */
    final Recurring recurring = new Recurring();

    private final @Nullable String[] texts = new String[PLACES];
    private final @Nullable String[] ascii = new String[1 << ASCII_BITS];
    private final long[] heads = new long[1 << ASCII_BITS];
    private final long[] tails = new long[1 << ASCII_BITS];
    private final @Nullable String[] quantityTexts = new String[PLACES / 4];
    private final @Nullable Quantity[] quantities = new Quantity[PLACES / 4];
    private final @Nullable String[] timeTexts = new String[PLACES / 4];
    private final @Nullable Instant[] times = new Instant[PLACES / 4];

    /** {@return an equal text} */
    String text(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int place = place(text.hashCode(), PLACES);
        String known = texts[place];
        if (text.equals(known)) {
            return known;
        }
        texts[place] = text;
        return text;
    }

    /** {@return the text that these bytes are, all of them ASCII} */
    String text(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        long head = head(bytes, from, length);
        long tail = length <= Long.BYTES ? 0 : eight(bytes, from + length - Long.BYTES);
        long mixed = (head * PRIME + tail) * PRIME + length;
        int place = (int) (mixed >>> Long.SIZE - ASCII_BITS);
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
        ascii[place] = text;
        heads[place] = head;
        tails[place] = tail;
        return text;
    }

    private static long eight(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** {@return the first eight bytes, or as many as there are} */
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

    /** {@return whether the text agrees between its first and its last eight characters} */
    private static boolean isBetween(String text, byte[] bytes, int from) {
        for (int i = Long.BYTES; i < text.length() - Long.BYTES; i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the quantity, or a thrown {@link IllegalArgumentException} with what is wrong with it} */
    Quantity quantity(String text) {
        int place = place(text.hashCode(), quantities.length);
        Quantity known = quantities[place];
        if (known == null || !text.equals(quantityTexts[place])) {
            known = Quantity.parse(text);
            quantities[place] = known;
            quantityTexts[place] = text;
        }
        return known;
    }

    /** {@return the time, or a thrown {@link java.time.DateTimeException}} */
    Instant time(String text) {
        int place = place(text.hashCode(), times.length);
        Instant known = times[place];
        if (known == null || !text.equals(timeTexts[place])) {
            known = Times.parse(text);
            times[place] = known;
            timeTexts[place] = text;
        }
        return known;
    }

    private static int place(int hash, int places) {
        return (hash ^ hash >>> 15) & places - 1;
    }
}
