package io.github.workload4j.gang.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Numbers with their nouns, and lists of names. */
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

    /** {@return names in their order: {@code a}, {@code a and b}, {@code a, b and c}} */
    public static String all(Collection<String> names) {
        List<String> all = List.copyOf(names);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
