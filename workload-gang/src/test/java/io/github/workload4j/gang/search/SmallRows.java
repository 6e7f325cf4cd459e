package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small questions with what nodes share: limits over sets of nodes, and pods spread over domains. */
public final class SmallRows {

    private final Random random;
    private final long seed;

    public SmallRows(long seed) {
        this.random = new Random(seed);
        this.seed = seed;
    }

    /** {@return a question of which the other rules are a mixture, or few} */
    public Packing next() {
        Packing base = random.nextInt(3) == 0 ? new SmallPackings(seed).next() : plain();
        int nodes = base.nodes().count();
        int classes = base.classes().size();
        List<SharedLimit> limits = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            long[] amounts = random.longs(classes, 0, 3).toArray();
            limits.add(new SharedLimit(amounts, new long[] {random.nextInt(1 << nodes)}, random.nextInt(6)));
        }
        List<EvenSpread> spreads = new ArrayList<>();
        for (int i = limits.isEmpty() ? 1 + random.nextInt(2) : random.nextInt(2); i > 0; i--) {
            spreads.add(spread(nodes, classes));
        }
        return new Packing(base.nodes(), base.classes(), base.conflicts(), base.root(), limits, spreads);
    }

    private EvenSpread spread(int nodes, int classes) {
        int domains = 1 + random.nextInt(nodes);
        int[] domainOf =
                random.ints(nodes, random.nextInt(3) == 0 ? -1 : 0, domains).toArray();
        int[] counts = random.ints(domains, 0, random.nextInt(2) == 0 ? 1 : 4).toArray();
        List<Integer> some = IntStream.range(0, classes)
                .filter(j -> random.nextInt(4) > 0)
                .boxed()
                .toList();
        int skew = 1 + random.nextInt(2);
        boolean alike = random.nextBoolean();
        List<Integer> skews = some.stream()
                .map(j -> alike ? skew : random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(3))
                .toList();
        return new EvenSpread(some, skews, domainOf, counts);
    }

    private Packing plain() {
        int nodes = 2 + random.nextInt(3);
        int classes = 1 + random.nextInt(2);
        long[][] free = new long[1 + random.nextInt(2)][nodes];
        for (long[] column : free) {
            for (int n = 0; n < nodes; n++) {
                column[n] = random.nextInt(9);
            }
        }
        List<PodClass> all = new ArrayList<>();
        int pods = 0;
        for (int j = 0; j < classes; j++) {
            long[] request = random.longs(free.length, 1, 4).toArray();
            int count = 1 + random.nextInt(5);
            pods += count;
            long[] eligible = random.nextInt(3) > 0 ? null : new long[] {random.nextInt(1 << nodes)};
            all.add(new PodClass(request, count, eligible, Integer.MAX_VALUE, 0));
        }
        int minimum = random.nextBoolean() ? pods : 1 + random.nextInt(pods);
        PackingGroup root =
                new PackingGroup(minimum, IntStream.range(0, classes).boxed().toList(), List.of(), null);
        return new Packing(PackingNodes.of(nodes, free), all, List.of(), root);
    }
}
