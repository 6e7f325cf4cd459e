package io.github.workload4j.api.spelling;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The word someone probably meant. */
public final class SpellingSuggestion {

    private SpellingSuggestion() {}

    /** {@return the known word most like the one found, if any is like it at all; the first of equals} */
    public static Optional<String> to(String found, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, found.length() / 3) + 1;
        for (String word : known) {
            int distance = word.equalsIgnoreCase(found.strip()) ? 0 : distance(found, word, bestDistance);
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@return whether at most this many edits make one word of the other, ignoring case} */
    public static boolean isWithin(int edits, String left, String right) {
        return distance(left, right, edits + 1) <= edits;
    }

    /**
     * Insertions, deletions, replacements and swaps of neighbours; anything from {@code enough} on is as good as {@code
     * enough}.
     */
    private static int distance(String left, String right, int enough) {
        if (Math.abs(left.length() - right.length()) >= enough) {
            return enough;
        }
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
