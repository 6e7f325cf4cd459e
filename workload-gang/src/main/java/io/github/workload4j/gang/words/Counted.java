package io.github.workload4j.gang.words;

import java.util.Locale;

/** Numbers with their nouns. */
public final class Counted {

    private Counted() {}

    /** {@return a count, from ten thousand on in groups of three digits} */
    public static String of(long count) {
        return Math.abs(count) < 10_000 ? String.valueOf(count) : String.format(Locale.ROOT, "%,d", count);
    }

    /** {@return a count and its noun, in the plural where there is not exactly one} */
    public static String of(long count, String noun) {
        return of(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
