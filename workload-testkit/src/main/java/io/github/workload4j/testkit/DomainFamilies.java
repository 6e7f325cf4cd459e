package io.github.workload4j.testkit;

import static io.github.workload4j.testkit.Planting.classes;
import static io.github.workload4j.testkit.Planting.filled;
import static io.github.workload4j.testkit.Planting.group;
import static io.github.workload4j.testkit.Planting.scaled;
import static io.github.workload4j.testkit.Planting.sum;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The families whose groups or conflicts are about racks and zones. */
final class DomainFamilies {

    private static final int CPU = 0;
    private static final int MEMORY = 1;
    private static final int DEVICES = 2;
    private static final int PODS = 3;

    private final int nodes;
    private final SplittableRandom random;
    private final Planting planting;
    private final List<GeneratedGang> all;

    DomainFamilies(int nodes, SplittableRandom random, Planting planting, List<GeneratedGang> all) {
        this.nodes = nodes;
        this.random = random;
        this.planting = planting;
        this.all = all;
    }

    /** Racks: one is planted full, the others together lack one unit of cpu. */
    void topology() {
        int size = Math.min(16, Math.max(1, nodes / 3));
        int racks = nodes / size;
        int good = random.nextInt(racks);
        long[][] request = planting.requests(3);
        long[][] free = new long[4][nodes];
        long[][] rack = new long[4][size];
        int[] count = planting.plant(request, rack, size);
        int[] domainOf = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            domainOf[n] = n / size < racks ? n / size : -1;
            for (int r = 0; r < 4; r++) {
                free[r][n] = rack[r][n % size];
            }
        }
        for (int bad = 0; bad < racks; bad++) {
            free[CPU][bad * size + random.nextInt(size)] -= bad == good ? 0 : 1;
        }
        addInDomain("one good rack", free, count, request, domainOf, true);
        long[][] less = scaled(free, 10);
        less[CPU][good * size]--;
        addInDomain("no good rack", less, count, request, domainOf, false);
    }

    /** Two gangs, each in a rack of its own choice, both needed or one of the two; each rack holds one. */
    void nested() {
        int size = nodes / 3;
        int[] domainOf = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            domainOf[n] = Math.min(2, n / size);
        }
        long[][] free = {new long[nodes]};
        for (int n = 0; n < nodes; n++) {
            free[0][n] = domainOf[n] == 2 ? 2 : 5;
        }
        PackingGroup a = PackingGroup.leaf(size, 0).inOneDomain(domainOf);
        PackingGroup b = PackingGroup.leaf(size, 1).inOneDomain(domainOf);
        for (int third = 0; third <= 1; third++) {
            PackingGroup c = PackingGroup.leaf(size, 2).inOneDomain(domainOf);
            PackingGroup root = PackingGroup.composite(2 + third, a, b, c);
            Packing packing = new Packing(
                    PackingNodes.of(nodes, free),
                    List.of(PodClass.of(size, 3), PodClass.of(size, 4), PodClass.of(size, 5)),
                    List.of(),
                    root);
            all.add(new GeneratedGang(
                    third == 0 ? "two gangs of three" : "three gangs in two racks", packing, third == 0));
        }
    }

    /** As many pods as zones, no two in one; and one more. */
    void zonesApart() {
        int zones = Math.min(3, nodes);
        int[] domainOf = IntStream.range(0, nodes).map(n -> n % zones).toArray();
        for (int more = 0; more <= 1; more++) {
            Packing packing = new Packing(
                    PackingNodes.of(nodes, filled(nodes, 9)),
                    List.of(PodClass.of(zones + more, 4), PodClass.of(nodes, 5)),
                    List.of(new Conflict(0, 0, domainOf)),
                    PackingGroup.leaf(zones + more + nodes, 0, 1));
            all.add(new GeneratedGang(more == 0 ? "one in a zone" : "one in a zone and one more", packing, more == 0));
        }
    }

    /**
     * Three classes of which no two may share a rack, a third of the racks for each with a tenth to spare; or one pod
     * more than there is room.
     */
    void classesApart() {
        int racks = Math.min(24, nodes / 3 * 3);
        int[] rackOf = IntStream.range(0, nodes).map(n -> n % racks).toArray();
        int[] each = {3, 2, 1};
        int[] count = new int[3];
        for (int n = 0; n < nodes; n++) {
            count[rackOf[n] % 3] += each[rackOf[n] % 3];
        }
        for (int full = 0; full <= 1; full++) {
            int[] pods = count.clone();
            for (int j = 0; j < 3; j++) {
                pods[j] = full == 1 ? count[j] : Math.max(1, count[j] * 9 / 10);
            }
            pods[0] += full;
            PodClass[] classes = {PodClass.of(pods[0], 4), PodClass.of(pods[1], 6), PodClass.of(pods[2], 12)};
            Packing packing = new Packing(
                    PackingNodes.of(nodes, filled(nodes, 12)),
                    List.of(classes),
                    List.of(new Conflict(0, 1, rackOf), new Conflict(1, 2, rackOf), new Conflict(0, 2, rackOf)),
                    group(sum(pods), 0, 3));
            String family = full == 0
                    ? "three classes, each in racks of its own"
                    : "three classes, each in racks of its own, and one more";
            all.add(new GeneratedGang(family, packing, full == 0));
        }
    }

    /**
     * Replicas of a leader and workers with a device each, every one in a rack of its choice: as many as the devices of
     * each rack allow, and one more.
     */
    void replicas() {
        int size = Math.max(1, nodes / 64);
        int[] rackOf = IntStream.range(0, nodes).map(n -> n / size).toArray();
        int workers = size;
        long[][] free = new long[4][nodes];
        long[] devices = new long[rackOf[nodes - 1] + 1];
        for (int n = 0; n < nodes; n++) {
            free[DEVICES][n] = random.nextInt(1, 4);
            free[CPU][n] = 4_000 * free[DEVICES][n] + 2_000 * random.nextInt(4, 7);
            free[MEMORY][n] = 16_384 * (free[DEVICES][n] + 4);
            free[PODS][n] = 110;
            devices[rackOf[n]] += free[DEVICES][n];
        }
        int copies = (int) Arrays.stream(devices).map(held -> held / workers).sum();
        for (int more = 0; more <= 1; more++) {
            List<PodClass> classes = new ArrayList<>();
            List<PackingGroup> groups = new ArrayList<>();
            for (int i = 0; i < copies + more; i++) {
                groups.add(
                        group(1 + workers, classes.size(), classes.size() + 2).inOneDomain(rackOf));
                classes.add(PodClass.of(1, 2_000, 8_192, 0, 1));
                classes.add(PodClass.of(workers, 4_000, 16_384, 1, 1));
            }
            PackingGroup root = PackingGroup.composite(groups.size(), groups.toArray(PackingGroup[]::new));
            Packing packing = new Packing(PackingNodes.of(nodes, free), classes, List.of(), root);
            all.add(new GeneratedGang(
                    more == 0 ? "replicas, a rack each" : "replicas, a rack each, one too many", packing, more == 0));
        }
    }

    void addInDomain(String family, long[][] free, int[] count, long[][] request, int[] domainOf, boolean feasible) {
        List<PodClass> classes = List.of(classes(request, count));
        PackingGroup root = group(sum(count), 0, classes.size()).inOneDomain(domainOf);
        Packing packing = new Packing(PackingNodes.of(nodes, free), classes, List.of(), root);
        all.add(new GeneratedGang(family, packing, feasible));
    }
}
