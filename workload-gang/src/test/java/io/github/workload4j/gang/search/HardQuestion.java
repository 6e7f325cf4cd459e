package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.PackingAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A question made to be hard: as many classes as pods, and no slack at all. */
final class HardQuestion {

    private HardQuestion() {}

    static Packing of(int nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PodClass> classes = new ArrayList<>();
        long remaining = nodes * 1_000L;
        while (remaining > 0) {
            long size = remaining < 800 ? remaining : random.nextInt(1, 800);
            classes.add(PodClass.of(1, size));
            remaining -= size;
        }
        long[][] free = new long[1][nodes];
        Arrays.fill(free[0], 1_000);
        Integer[] all = IntStream.range(0, classes.size()).boxed().toArray(Integer[]::new);
        return new Packing(PackingNodes.of(nodes, free), classes, List.of(), PackingGroup.leaf(all.length, all));
    }

    /** As many classes as pods, four for each node, no two of one size, and no slack at all. */
    static Packing ofShapes(int nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PodClass> classes = new ArrayList<>();
        Set<Long> sizes = new HashSet<>();
        while (sizes.size() < 4 * nodes) {
            long[] four = {random.nextLong(150_000, 350_000), random.nextLong(150_000, 350_000), 0, 0};
            four[2] = random.nextLong(150_000, 350_000);
            four[3] = 1_000_000 - four[0] - four[1] - four[2];
            List<Long> boxed = Arrays.stream(four).boxed().toList();
            if (four[3] > 50_000
                    && new HashSet<>(boxed).size() == 4
                    && boxed.stream().noneMatch(sizes::contains)) {
                sizes.addAll(boxed);
            }
        }
        sizes.forEach(size -> classes.add(PodClass.of(1, size)));
        long[][] free = new long[1][nodes];
        Arrays.fill(free[0], 1_000_000);
        Integer[] all = IntStream.range(0, classes.size()).boxed().toArray(Integer[]::new);
        return new Packing(PackingNodes.of(nodes, free), classes, List.of(), PackingGroup.leaf(all.length, all));
    }

    /**
     * As large as a cluster is: no two nodes alike, and about as many pods as there is room for when what is wasted is
     * counted.
     */
    static Packing unlike(int nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[][] free = new long[2][nodes];
        long[] all = new long[2];
        for (int n = 0; n < nodes; n++) {
            for (int r = 0; r < 2; r++) {
                free[r][n] = random.nextLong(1_000, 100_000);
                all[r] += free[r][n];
            }
        }
        List<PodClass> classes = new ArrayList<>();
        for (int j = 0; j < 8; j++) {
            long[] request = {random.nextLong(4_000, 40_000), random.nextLong(4_000, 40_000)};
            classes.add(PodClass.of((int) (all[0] / 8 / request[0] * 66 / 100), request));
        }
        int pods = classes.stream().mapToInt(PodClass::count).sum();
        return new Packing(
                PackingNodes.of(nodes, free), classes, List.of(), PackingGroup.leaf(pods, 0, 1, 2, 3, 4, 5, 6, 7));
    }

    /** Asks with the default budget, for a JVM of little memory, and prints what came out. */
    public static void main(String[] arguments) {
        for (int nodes : new int[] {30, 67, 200}) {
            PackingAnswer answer = PackingSearch.answer(of(nodes, 1), Budget.DEFAULT);
            System.out.println(nodes + " " + answer.getClass().getSimpleName() + " " + answer.steps());
        }
        PackingAnswer answer = PackingSearch.answer(unlike(15_000, 1), Budget.DEFAULT);
        System.out.println("15000 unlike nodes: " + answer.getClass().getSimpleName() + " " + answer.steps());
        for (int nodes : new int[] {500}) {
            PackingAnswer shapes = PackingSearch.answer(ofShapes(nodes, 1), Budget.steps(Long.MAX_VALUE / 2));
            System.out.println(4 * nodes + " shapes: "
                    + (shapes instanceof PackingAnswer.Undetermined open
                            ? open.stopped().word()
                            : shapes));
        }
    }
}
