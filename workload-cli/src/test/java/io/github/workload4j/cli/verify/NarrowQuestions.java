package io.github.workload4j.cli.verify;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random questions of a few nodes and classes that mix everything a question may hold. Most have slightly too little
 * room.
 */
final class NarrowQuestions {

    private final Random random;
    private final int nodes;
    private final int resources;
    private final List<PodClass> classes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private NarrowQuestions(long seed) {
        this.random = new Random(seed);
        this.nodes = 2 + random.nextInt(5);
        this.resources = 1 + random.nextInt(2);
    }

    static Packing of(long seed) {
        return new NarrowQuestions(seed).question();
    }

    private Packing question() {
        PackingGroup root = random.nextInt(3) == 0 ? replicas() : group(2);
        for (int c = random.nextInt(5) - 1; c > 0 && !classes.isEmpty(); c--) {
            int[] domainOf = random.nextInt(3) == 0 ? null : label();
            conflicts.add(new Conflict(random.nextInt(classes.size()), random.nextInt(classes.size()), domainOf));
        }
        long[][] free = new long[resources][nodes];
        for (int r = 0; r < resources; r++) {
            int column = r;
            long asked = classes.stream()
                    .mapToLong(some -> some.request()[column] * some.count())
                    .sum();
            long each = Math.max(1, asked / nodes);
            boolean equal = random.nextBoolean();
            for (int n = 0; n < nodes; n++) {
                free[r][n] = equal ? each : each + random.nextInt(4) - 2;
            }
        }
        Packing packing = new Packing(PackingNodes.of(nodes, free), classes, conflicts, root);
        return classes.isEmpty() || random.nextInt(3) > 0 ? packing : withRows(packing);
    }

    private Packing withRows(Packing packing) {
        List<SharedLimit> limits = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            long[] amounts = random.longs(classes.size(), 0, 3).toArray();
            limits.add(new SharedLimit(amounts, new long[] {random.nextInt(1 << nodes)}, random.nextInt(9)));
        }
        List<EvenSpread> spreads = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int[] counts = random.ints(3, 0, 3).toArray();
            List<Integer> some = IntStream.range(0, classes.size())
                    .filter(j -> random.nextInt(5) > 0)
                    .boxed()
                    .toList();
            int[] domainOf =
                    random.ints(nodes, random.nextInt(4) == 0 ? -1 : 0, 3).toArray();
            List<Integer> skews = some.stream()
                    .map(j -> random.nextInt(5) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(2))
                    .toList();
            spreads.add(new EvenSpread(some, skews, domainOf, counts));
        }
        return new Packing(packing.nodes(), classes, conflicts, packing.root(), limits, spreads);
    }

    private PackingGroup replicas() {
        int[] racks = random.nextInt(4) == 0 ? null : label();
        PodClass pod = podClass();
        List<PackingGroup> groups = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i >= 0; i--) {
            groups.add(new PackingGroup(pod.count(), List.of(classes.size()), List.of(), racks));
            classes.add(pod);
        }
        if (random.nextBoolean()) {
            groups.add(leaf());
        }
        return new PackingGroup(groups.size() - random.nextInt(2), List.of(), groups, null);
    }

    private PackingGroup group(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf();
        }
        List<PackingGroup> inside = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            inside.add(group(depth - 1));
        }
        return new PackingGroup(
                1 + random.nextInt(inside.size()), List.of(), inside, random.nextInt(3) == 0 ? label() : null);
    }

    private PackingGroup leaf() {
        List<Integer> own = new ArrayList<>();
        int pods = 0;
        for (int i = random.nextInt(2); i >= 0; i--) {
            PodClass pod = podClass();
            own.add(classes.size());
            classes.add(pod);
            pods += pod.count();
        }
        return new PackingGroup(pods - random.nextInt(2), own, List.of(), random.nextInt(3) == 0 ? label() : null);
    }

    private int[] label() {
        int[] domainOf = new int[nodes];
        int domains = 1 + random.nextInt(3);
        Arrays.setAll(
                domainOf, n -> n % (domains + 1) == domains ? random.nextInt(domains + 1) - 1 : n % (domains + 1));
        return domainOf;
    }

    private PodClass podClass() {
        long[] request = new long[resources];
        Arrays.setAll(request, r -> 1 + random.nextInt(4));
        int count = 1 + random.nextInt(4);
        long[] eligible = random.nextInt(3) > 0 ? null : new long[] {random.nextInt(1 << nodes)};
        int most = random.nextInt(3) > 0 ? Integer.MAX_VALUE : 1 + random.nextInt(2);
        return new PodClass(request, count, eligible, most, random.nextInt(3) > 0 ? 0 : random.nextInt(count + 1));
    }
}
