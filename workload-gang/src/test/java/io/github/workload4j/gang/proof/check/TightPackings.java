package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Questions of up to three nodes that are alike but for their domains, and of groups alike but for one thing, which
 * need all that there is.
 */
final class TightPackings {

    private final Random random;
    private final int nodes;

    TightPackings(long seed) {
        this.random = new Random(seed * 7919 + 17);
        this.nodes = 1 + random.nextInt(3);
    }

    Packing next() {
        long[] free = new long[nodes];
        Arrays.fill(free, 1 + random.nextInt(2));
        if (random.nextInt(3) == 0) {
            free[random.nextInt(nodes)] = 1;
        }
        int size = 2 + random.nextInt(2);
        int count = 1 + random.nextInt(2);
        List<PodClass> classes = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            int own = random.nextInt(4) == 0 ? 3 - count : count;
            long[] eligible = random.nextInt(3) > 0 ? null : new long[] {1 + random.nextInt((1 << nodes) - 1)};
            long request = random.nextInt(5) == 0 ? 2 : 1;
            classes.add(new PodClass(new long[] {request}, own, eligible, random.nextInt(8) == 0 ? 1 : 9, 0));
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (int c = random.nextInt(4) - 1; c > 0; c--) {
            int[] domainOf = random.nextInt(4) == 0 ? null : domains();
            conflicts.add(new Conflict(random.nextInt(size), random.nextInt(size), domainOf));
        }
        return new Packing(PackingNodes.of(nodes, free), classes, conflicts, root(classes));
    }

    private PackingGroup root(List<PodClass> classes) {
        if (random.nextInt(3) == 0) {
            int all = classes.stream().mapToInt(PodClass::count).sum();
            Integer[] numbers = IntStream.range(0, classes.size()).boxed().toArray(Integer[]::new);
            return bound(PackingGroup.leaf(Math.max(1, all - random.nextInt(3)), numbers), 3);
        }
        int[] label = domains();
        PackingGroup[] groups = new PackingGroup[classes.size()];
        boolean alike = random.nextInt(3) > 0;
        for (int j = 0; j < groups.length; j++) {
            PackingGroup leaf = PackingGroup.leaf(classes.get(j).count(), j);
            groups[j] = alike ? leaf.inOneDomain(label) : bound(leaf, 2);
        }
        return bound(PackingGroup.composite(1 + random.nextInt(groups.length), groups), 4);
    }

    private PackingGroup bound(PackingGroup group, int seldom) {
        return random.nextInt(seldom) == 0 ? group.inOneDomain(domains()) : group;
    }

    private int[] domains() {
        int[] domainOf = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            domainOf[n] = random.nextInt(5) == 0 ? -1 : random.nextInt(2);
        }
        return domainOf;
    }
}
