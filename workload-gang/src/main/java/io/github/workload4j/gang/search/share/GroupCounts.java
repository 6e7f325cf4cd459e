package io.github.workload4j.gang.search.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Count vectors: how many groups of each group class. The vectors of a box, numbered one after the other. */
final class GroupCounts {

    /** Boxes with more vectors are not searched. */
    static final int MAX_SIZE = 20_000;

    private final int[] max;
    private final int[] stride;
    final int size;

    /** The vectors up to {@code max}; {@code size} is -1 if there are too many. */
    GroupCounts(int[] max) {
        this.max = max;
        this.stride = new int[max.length];
        long all = 1;
        for (int t = max.length - 1; t >= 0 && all <= MAX_SIZE; t--) {
            stride[t] = (int) all;
            all *= max[t] + 1L;
        }
        this.size = all > MAX_SIZE ? -1 : (int) all;
    }

    int number(int[] counts) {
        int number = 0;
        for (int t = 0; t < counts.length; t++) {
            number += counts[t] * stride[t];
        }
        return number;
    }

    int[] counts(int number) {
        int[] counts = new int[max.length];
        for (int t = 0; t < counts.length; t++) {
            counts[t] = number / stride[t] % (max[t] + 1);
        }
        return counts;
    }

    /** {@return the number of a vector minus another one, at least zero in each component} */
    int less(int number, int[] taken) {
        int remaining = 0;
        for (int t = 0; t < taken.length; t++) {
            remaining += Math.max(0, number / stride[t] % (max[t] + 1) - taken[t]) * stride[t];
        }
        return remaining;
    }

    /** {@return the difference of two vectors} */
    int[] between(int less, int more) {
        int[] difference = counts(more);
        int[] taken = counts(less);
        for (int t = 0; t < taken.length; t++) {
            difference[t] -= taken[t];
        }
        return difference;
    }

    /** {@return the numbers of the vectors with one more group of a class} */
    IntStream next(int number) {
        return IntStream.range(0, max.length)
                .filter(t -> number / stride[t] % (max[t] + 1) < max[t])
                .map(t -> number + stride[t]);
    }

    static boolean isWithin(int[] counts, int[] bound) {
        for (int t = 0; t < counts.length; t++) {
            if (counts[t] > bound[t]) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return the maximal vectors that contain none of the given ones; every other such vector lies within one of
     * them}
     */
    List<int[]> free(List<int[]> of) {
        List<int[]> free = new ArrayList<>(List.of(max));
        for (int[] given : of) {
            List<int[]> split = new ArrayList<>();
            for (int[] bound : free) {
                if (!isWithin(given, bound)) {
                    addMaximal(split, bound);
                    continue;
                }
                for (int t = 0; t < given.length; t++) {
                    if (given[t] > 0) {
                        int[] lower = bound.clone();
                        lower[t] = given[t] - 1;
                        addMaximal(split, lower);
                    }
                }
            }
            free = split;
        }
        return free;
    }

    private static void addMaximal(List<int[]> all, int[] more) {
        for (int[] one : all) {
            if (isWithin(more, one)) {
                return;
            }
        }
        all.removeIf(one -> isWithin(one, more) && !Arrays.equals(one, more));
        all.add(more);
    }
}
