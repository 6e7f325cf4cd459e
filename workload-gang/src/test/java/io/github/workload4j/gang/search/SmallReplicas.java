package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tiny questions about groups alike that want a domain each, or none, with other groups beside them. */
public final class SmallReplicas {

    private final Random random;
    private final int nodes;
    private final int[] racks;
    private final List<PodClass> classes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    public SmallReplicas(long seed) {
        this.random = new Random(seed);
        this.nodes = 2 + random.nextInt(3);
        this.racks = domains();
    }

    private int[] domains() {
        int[] domainOf = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            domainOf[n] = random.nextInt(3) - (random.nextInt(5) == 0 ? 1 : 0);
        }
        return domainOf;
    }

    public Packing next() {
        List<PackingGroup> groups = new ArrayList<>();
        int[] label = random.nextInt(4) == 0 ? null : racks;
        int copies = 2 + random.nextInt(2);
        PodClass pod = podClass(2);
        int minimum = random.nextInt(pod.count() + 1);
        boolean inner = random.nextInt(5) == 0;
        for (int i = 0; i < copies; i++) {
            PackingGroup leaf = PackingGroup.leaf(minimum, classes.size());
            classes.add(pod);
            groups.add(
                    inner
                            ? PackingGroup.composite(1, leaf.inOneDomain(domains(7)))
                                    .inOneDomain(racks)
                            : label == null ? leaf : leaf.inOneDomain(label));
        }
        if (random.nextInt(3) == 0) {
            int[] over = random.nextBoolean() ? racks : random.nextBoolean() ? null : domains();
            for (int a = 0; a < copies; a++) {
                for (int b = a + 1; b < copies; b++) {
                    conflicts.add(new Conflict(a, b, over));
                }
            }
        }
        if (random.nextInt(2) == 0) {
            PackingGroup other = PackingGroup.leaf(random.nextInt(3), classes.size());
            classes.add(podClass(2));
            groups.add(random.nextBoolean() ? other : other.inOneDomain(random.nextBoolean() ? racks : domains()));
        }
        int resources = classes.get(0).request().length;
        long[][] free = new long[resources][nodes];
        for (long[] column : free) {
            for (int n = 0; n < nodes; n++) {
                column[n] = random.nextInt(3) == 0 ? 6 : random.nextInt(9) - 1;
            }
        }
        PackingGroup root =
                PackingGroup.composite(random.nextInt(groups.size() + 1), groups.toArray(PackingGroup[]::new));
        if (random.nextInt(4) == 0) {
            root = root.inOneDomain(domains());
        }
        return new Packing(PackingNodes.of(nodes, free), classes, conflicts, root);
    }

    private int[] domains(int seed) {
        int[] domainOf = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            domainOf[n] = seed * n % 2;
        }
        return domainOf;
    }

    private PodClass podClass(int max) {
        int resources =
                classes.isEmpty() ? 1 + random.nextInt(2) : classes.get(0).request().length;
        long[] request = new long[resources];
        for (int r = 0; r < resources; r++) {
            request[r] = random.nextInt(4);
        }
        int count = 1 + random.nextInt(max);
        long[] eligible = random.nextInt(4) > 0 ? null : new long[] {random.nextInt(16)};
        return new PodClass(
                request,
                count,
                eligible,
                random.nextInt(4) > 0 ? Integer.MAX_VALUE : 1,
                random.nextInt(4) > 0 ? 0 : random.nextInt(count + 1));
    }
}
