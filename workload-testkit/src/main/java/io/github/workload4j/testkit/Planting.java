package io.github.workload4j.testkit;

import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random pods, and nodes that hold them exactly: how a question with a known verdict begins. */
final class Planting {

    private final SplittableRandom random;

    Planting(SplittableRandom random) {
        this.random = random;
    }

    /** Classes that ask for cpu in halves, memory in gibibytes, devices and a pod slot each. */
    long[][] requests(int classes) {
        long[][] request = new long[classes][];
        for (int j = 0; j < classes; j++) {
            long devices = j % 2 == 0 ? 0 : random.nextInt(1, 5);
            request[j] = new long[] {500L * random.nextInt(2, 60), 1_024L * random.nextInt(2, 120), devices, 1};
        }
        return request;
    }

    /** Plants one of a few patterns on each of the first nodes, frees exactly what it takes, and counts its pods. */
    int[] plant(long[][] request, long[][] free, int useful) {
        int[][] pattern = new int[random.nextInt(2, 12)][request.length];
        for (int[] pods : pattern) {
            for (int i = random.nextInt(2, 8); i > 0; i--) {
                pods[random.nextInt(pods.length)]++;
            }
        }
        for (int j = 0; j < request.length; j++) {
            pattern[j % pattern.length][j]++;
        }
        int[] count = new int[request.length];
        for (int n = 0; n < useful; n++) {
            int[] pods = pattern[n < pattern.length ? n : random.nextInt(pattern.length)];
            plant(pods, request, free, n, count);
        }
        return count;
    }

    /** Frees on a node what some pods take, and counts them. */
    static void plant(int[] pods, long[][] request, long[][] free, int node, int[] count) {
        for (int j = 0; j < pods.length; j++) {
            count[j] += pods[j];
            for (int r = 0; r < free.length; r++) {
                free[r][node] += pods[j] * request[j][r];
            }
        }
    }

    /** Takes a pod out of what is left, if there is enough of everything. */
    static boolean take(long[] left, long[] request) {
        for (int r = 0; r < left.length; r++) {
            if (left[r] < request[r]) {
                return false;
            }
        }
        for (int r = 0; r < left.length; r++) {
            left[r] -= request[r];
        }
        return true;
    }

    /** What all pods ask of each resource. */
    static long[] demand(long[][] request, int[] count) {
        long[] demand = new long[request[0].length];
        for (int j = 0; j < count.length; j++) {
            for (int r = 0; r < demand.length; r++) {
                demand[r] += count[j] * request[j][r];
            }
        }
        return demand;
    }

    /** A copy in tenths. */
    static long[][] scaled(long[][] free, int tenths) {
        return Arrays.stream(free)
                .map(column ->
                        Arrays.stream(column).map(value -> value * tenths / 10).toArray())
                .toArray(long[][]::new);
    }

    /** The classes of which there are pods. */
    static PodClass[] classes(long[][] request, int[] count) {
        return IntStream.range(0, count.length)
                .filter(j -> count[j] > 0)
                .mapToObj(j -> PodClass.of(count[j], request[j]))
                .toArray(PodClass[]::new);
    }

    static int sum(int[] count) {
        return Arrays.stream(count).sum();
    }

    /** {@return a column of one value for all nodes} */
    static long[] filled(int nodes, long value) {
        long[] column = new long[nodes];
        Arrays.fill(column, value);
        return column;
    }

    /** {@return a leaf of the classes from one number to before another} */
    static PackingGroup group(int minimum, int from, int to) {
        return PackingGroup.leaf(minimum, IntStream.range(from, to).boxed().toArray(Integer[]::new));
    }
}
