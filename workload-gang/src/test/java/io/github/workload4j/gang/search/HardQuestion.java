package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.PackingAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A question made to be hard: as many classes as pods, and no slack at all. */
final class HardQuestion {

    private HardQuestion() {}

    static Packing of(int nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PodClass> classes = new ArrayList<>();
        long left = nodes * 1_000L;
        while (left > 0) {
            long size = left < 800 ? left : random.nextInt(1, 800);
            classes.add(PodClass.of(1, size));
            left -= size;
        }
        long[][] free = new long[1][nodes];
        Arrays.fill(free[0], 1_000);
        Integer[] all = IntStream.range(0, classes.size()).boxed().toArray(Integer[]::new);
        return new Packing(PackingNodes.of(nodes, free), classes, List.of(), PackingGroup.leaf(all.length, all));
    }

    /** Asks with the default budget, for a JVM of little memory, and prints what came out. */
    public static void main(String[] arguments) {
        for (int nodes : new int[] {30, 67, 200}) {
            PackingAnswer answer = PackingSearch.answer(of(nodes, 1), Budget.DEFAULT);
            System.out.println(nodes + " " + answer.getClass().getSimpleName() + " " + answer.steps());
        }
    }
}
