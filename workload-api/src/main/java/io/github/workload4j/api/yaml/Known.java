package io.github.workload4j.api.yaml;

import io.github.workload4j.api.core.Quantity;
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

    private final @Nullable String[] texts = new String[PLACES];
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

    /** {@return the text that these characters are} */
    String text(char[] chars, int from, int length) {
        if (length > LONGEST) {
            return new String(chars, from, length);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int place = place(hash, PLACES);
        String known = texts[place];
        if (known != null && known.length() == length && isAt(known, chars, from)) {
            return known;
        }
        String text = new String(chars, from, length);
        texts[place] = text;
        return text;
    }

    private static boolean isAt(String text, char[] chars, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != chars[from + i]) {
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
