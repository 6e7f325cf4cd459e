package io.github.workload4j.gang.proof.check;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What nodes are worth together, one knapsack for each kind of node: no knapsack is looked into further than it takes
 * to see that all of them together are worth too little.
 */
final class KnapsackSum {

    /** Branches of each knapsack looked at, in turns, before its simple bound has to do. */
    private static final int[] LOOKS = {0, 1_000, 20_000, 500_000};

    /** The turn from which numbers are those that a person would find. */
    private static final int THOROUGH = 2;

    /** Number of kinds after which it is seen whether that will do. */
    private static final int OFTEN = 64;

    /** Knapsacks by kind. */
    interface Kinds {

        /**
         * {@return no less than the most points of a node of the kind}
         *
         * <p>Not less exact than with fewer looks.
         */
        long worth(int kind, int looks);

        /** {@return whether the last worth asked for is not more than the most points} */
        boolean isExact(int kind);

        /** {@return points that a node of the kind can hold, found when its worth was asked for last} */
        long found(int kind);
    }

    private int[] kinds = new int[16];
    private int[] counts = new int[16];
    private long[] worth = new long[0];
    private long[] found = new long[0];
    private int size;
    private boolean exact;

    /** Adds some nodes of a kind that has not been added. */
    void add(int kind, int count) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        kinds[size] = kind;
        counts[size++] = count;
    }

    /**
     * {@return points that all nodes hold at most: less than needed if that can be shown, {@link PointsKnapsack#NEVER}
     * if a node cannot hold what it has to}
     *
     * <p>Ends as soon as nodes are found to hold as much as is needed.
     *
     * @param known points that are held besides
     * @param exactly whether to look thoroughly at first
     */
    long of(long known, long need, boolean exactly, Kinds all) {
        worth = new long[size];
        found = new long[size];
        for (int turn = exactly ? THOROUGH : 0; turn < LOOKS.length; turn++) {
            boolean first = turn == (exactly ? THOROUGH : 0);
            for (int i = 0; i < size; i++) {
                if (first || !all.isExact(kinds[i])) {
                    worth[i] = all.worth(kinds[i], LOOKS[turn]);
                    if (worth[i] == PointsKnapsack.NEVER) {
                        return PointsKnapsack.NEVER;
                    }
                    found[i] = all.found(kinds[i]);
                    if (!first && i % OFTEN == 0 && isDecided(known, need)) {
                        return sum(known, all);
                    }
                }
            }
            if (isDecided(known, need)) {
                break;
            }
        }
        return sum(known, all);
    }

    private boolean isDecided(long known, long need) {
        return sum(known, worth) < need || sum(known, found) >= need;
    }

    private long sum(long known, Kinds all) {
        exact = IntStream.range(0, size).allMatch(i -> all.isExact(kinds[i]));
        return sum(known, worth);
    }

    /** {@return whether the sum is known to be exactly what all nodes can hold} */
    boolean isExact() {
        return exact;
    }

    /** {@return the most that one node is worth, as far as it was looked into} */
    long mostOfANode() {
        return Arrays.stream(worth).max().orElse(0);
    }

    private long sum(long known, long[] worth) {
        long gain = known;
        long loss = 0;
        for (int i = 0; i < size; i++) {
            if (worth[i] >= 0) {
                gain = Products.sum(gain, Products.of(worth[i], counts[i]));
            } else {
                loss = Math.addExact(loss, Math.multiplyExact(worth[i], (long) counts[i]));
            }
        }
        return gain == Long.MAX_VALUE ? gain : Math.addExact(gain, loss);
    }
}
