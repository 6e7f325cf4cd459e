package io.github.workload4j.api.wire;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What recent texts meant. A hash table that keeps the last entry of each slot, so it never fills up; it starts small
 * and grows with what is read. Not thread-safe.
 */
final class RecentValues<V> {

    private static final int FEW = 1 << 4;
    private static final int MANY = 1 << 11;

    private final Function<String, V> meaning;
    private @Nullable String[] texts = new String[FEW];
    private @Nullable Object[] meanings = new Object[FEW];
    private int missed;

    RecentValues(Function<String, V> meaning) {
        this.meaning = meaning;
    }

    /** {@return what the text means; throws what its meaning throws} */
    @SuppressWarnings("unchecked")
    V of(String text) {
        int place = place(text);
        if (text.equals(texts[place])) {
            return (V) meanings[place];
        }
        V meant = meaning.apply(text);
        if (++missed > texts.length && texts.length < MANY) {
            grow();
            place = place(text);
        }
        texts[place] = text;
        meanings[place] = meant;
        return meant;
    }

    private void grow() {
        @Nullable String[] known = texts;
        @Nullable Object[] meant = meanings;
        texts = new String[4 * known.length];
        meanings = new Object[4 * known.length];
        missed = 0;
        for (int i = 0; i < known.length; i++) {
            String text = known[i];
            if (text != null) {
                texts[place(text)] = text;
                meanings[place(text)] = meant[i];
            }
        }
    }

    private int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 15) & texts.length - 1;
    }
}
