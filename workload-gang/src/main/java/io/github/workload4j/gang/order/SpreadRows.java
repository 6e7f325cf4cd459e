package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What spread constraints say about counts in the end, whatever the order: spreads of a packing, or shared limits where
 * the smallest count is 0 in any case.
 *
 * <p>Take the constraints that count the same pods in the same way. The last pod, in a domain, of the classes whose
 * largest difference is {@code s} or less finds all other pods of these classes there, and the smallest count is then
 * no more than it is in the end. So these pods and those that count beforehand are at most {@code s} more than that.
 * The reverse holds as well, for one such set of constraints: domains that are filled level by level, in each of them
 * the classes with the smallest difference first, break none.
 */
final class SpreadRows {

    /** Up to this many rows say all by themselves. */
    private static final int FEW_ROWS = 160;

    /** Most rows; where there are more, they are left out. */
    private static final int MOST_ROWS = 640;

    private final int nodes;
    private final int classes;
    private final List<SharedLimit> limits = new ArrayList<>();
    private final List<EvenSpread> spreads = new ArrayList<>();

    private SpreadRows(Packing packing) {
        this.nodes = packing.nodes().count();
        this.classes = packing.classes().size();
        limits.addAll(packing.limits());
        spreads.addAll(packing.spreads());
    }

    /**
     * {@return a packing with the rows of spread constraints}
     *
     * @param packing the packing without them
     * @param alike sets of constraints that count the same pods in the same way, which are those of two classes or more
     */
    static Packing in(Packing packing, List<List<Spread>> alike) {
        SpreadRows rows = new SpreadRows(packing);
        alike.forEach(rows::add);
        return new Packing(
                packing.nodes(), packing.classes(), packing.conflicts(), packing.root(), rows.limits, rows.spreads);
    }

    /** {@return whether a set of constraints has few rows, so that nothing else is needed to see what they forbid} */
    static boolean areFew(List<Spread> alike) {
        return rows(alike) <= FEW_ROWS;
    }

    /** {@return whether a set of constraints has too many rows} */
    static boolean areTooMany(List<Spread> alike) {
        return rows(alike) > MOST_ROWS;
    }

    private static long rows(List<Spread> alike) {
        long limits = alike.stream().mapToInt(Spread::maxSkew).distinct().count() + 1;
        return limits * alike.get(0).counts().length;
    }

    private void add(List<Spread> alike) {
        Spread first = alike.get(0);
        int[] number = new int[first.counts().length];
        int domains = 0;
        int[] counts = new int[number.length];
        for (int d = 0; d < number.length; d++) {
            counts[domains] = first.counts()[d];
            number[d] = first.exists()[d] ? domains++ : -1;
        }
        int[] domainOf = new int[nodes];
        Arrays.setAll(
                domainOf, n -> first.eligible()[n] && first.domainOf()[n] >= 0 ? number[first.domainOf()[n]] : -1);
        SortedMap<Integer, Integer> skews = new TreeMap<>();
        for (int j = 0; j < classes; j++) {
            if (first.counted()[j]) {
                skews.put(j, Integer.MAX_VALUE);
            }
        }
        alike.forEach(rule -> skews.merge(rule.podClass(), rule.maxSkew(), Math::min));
        EvenSpread spread = new EvenSpread(
                List.copyOf(skews.keySet()), List.copyOf(skews.values()), domainOf, Arrays.copyOf(counts, domains));
        if (!first.minimumIsZero()) {
            spreads.add(spread);
            return;
        }
        for (int limit : spread.limits()) {
            long[] amounts = new long[classes];
            spread.upTo(limit).forEach(j -> amounts[j] = 1);
            for (int d = 0; d < domains; d++) {
                int domain = d;
                long[] inside = new long[nodes + 63 >> 6];
                IntStream.range(0, nodes)
                        .filter(n -> domainOf[n] == domain)
                        .forEach(n -> inside[n >> 6] |= 1L << (n & 63));
                limits.add(new SharedLimit(amounts, inside, Math.max(0, limit - counts[d])));
            }
        }
    }
}
