package io.github.workload4j.benchmarks;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.PackingSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Pods of 12, 16 and 20 classes that fill unlike nodes without any slack: how long each of ten draws takes. */
final class PlantedGangs {

    private static final int RESOURCES = 4;

    private PlantedGangs() {}

    public static void main(String[] args) {
        for (int nodes : new int[] {100, 1_000}) {
            for (int classes : new int[] {12, 16, 20}) {
                StringBuilder line = new StringBuilder(nodes + " nodes, " + classes + " classes, ms:");
                for (int seed = 0; seed < 10; seed++) {
                    Packing packing = packing(nodes, classes, new Random(seed * 31L + classes));
                    long start = System.nanoTime();
                    PackingAnswer answer = PackingSearch.answer(packing, Budget.steps(500_000_000));
                    double millis = (System.nanoTime() - start) / 1e6;
                    line.append(String.format(
                            Locale.ROOT, answer instanceof PackingAnswer.Fits ? " %.0f" : " open(%.0f)", millis));
                }
                System.out.println(line);
            }
        }
    }

    private static Packing packing(int nodes, int classes, Random random) {
        long[][] requests = new long[classes][];
        for (int c = 0; c < classes; c++) {
            long gpus = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
            requests[c] = new long[] {1 + random.nextInt(16), 1 + random.nextInt(64), gpus, 1};
        }
        int[] counts = new int[classes];
        long[][] free = new long[RESOURCES][nodes];
        for (int n = 0; n < nodes; n++) {
            for (int p = 3 + random.nextInt(10); p > 0; p--) {
                int c = random.nextInt(classes);
                counts[c]++;
                for (int r = 0; r < RESOURCES; r++) {
                    free[r][n] += requests[c][r];
                }
            }
        }
        List<PodClass> all = new ArrayList<>();
        Integer[] numbers = new Integer[classes];
        int pods = 0;
        for (int c = 0; c < classes; c++) {
            all.add(PodClass.of(counts[c], requests[c]));
            numbers[c] = c;
            pods += counts[c];
        }
        PackingGroup root = PackingGroup.leaf(pods, numbers);
        return new Packing(PackingNodes.of(nodes, free), all, List.of(), root, List.of(), List.of());
    }
}
