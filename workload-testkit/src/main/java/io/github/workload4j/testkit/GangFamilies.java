package io.github.workload4j.testkit;

import static io.github.workload4j.testkit.Planting.classes;
import static io.github.workload4j.testkit.Planting.demand;
import static io.github.workload4j.testkit.Planting.scaled;
import static io.github.workload4j.testkit.Planting.sum;
import static io.github.workload4j.testkit.Planting.take;

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

/**
 * Gang questions of any size with known verdicts: a packing is planted, so the gang fits; its twin lacks one unit or
 * wants one pod more than there can be, so it does not.
 *
 * <p>The same number of nodes and seed give the same questions on every machine.
 */
public final class GangFamilies {

    private static final int CPU = 0;
    private static final int MEMORY = 1;
    private static final int DEVICES = 2;
    private static final int PODS = 3;

    private final int nodes;
    private final SplittableRandom random;
    private final Planting planting;
    private final List<GeneratedGang> all = new ArrayList<>();

    private GangFamilies(int nodes, long seed) {
        this.nodes = nodes;
        this.random = new SplittableRandom(seed);
        this.planting = new Planting(random);
    }

    /**
     * One feasible and one infeasible question of every family.
     *
     * @param nodes number of nodes, 3 or more
     * @param seed which of the questions of that size
     */
    public static List<GeneratedGang> all(int nodes, long seed) {
        if (nodes < 3) {
            throw new IllegalArgumentException("nodes: " + nodes + " (expected: 3 or more)");
        }
        GangFamilies families = new GangFamilies(nodes, seed);
        families.homogeneous();
        families.heterogeneous();
        families.perfect();
        families.granule();
        families.halves();
        families.hall();
        families.pairsOrTwins();
        families.antiAffinity();
        families.partial();
        families.topology();
        families.nested();
        families.zonesApart();
        families.integerGap();
        families.unlike();
        families.classesApart();
        families.thin();
        families.replicas();
        return List.copyOf(families.all);
    }

    private void homogeneous() {
        long[][] free = {new long[nodes], new long[nodes]};
        long capacity = 0;
        for (int n = 0; n < nodes; n++) {
            free[0][n] = random.nextLong(-2_000, 64_000);
            free[1][n] = random.nextLong(0, 262_144);
            capacity += Math.min(Math.max(0, free[0][n]) / 3_000, free[1][n] / 7_000);
        }
        int count = (int) Math.max(1, capacity);
        if (capacity > 0) {
            add("homogeneous at capacity", free, count, true, PodClass.of(count, 3_000, 7_000));
        }
        add("homogeneous one above", free, (int) capacity + 1, false, PodClass.of((int) capacity + 1, 3_000, 7_000));
    }

    private void heterogeneous() {
        long[][] request = planting.requests(random.nextInt(2, 9));
        long[][] free = new long[4][nodes];
        int[] count = planting.plant(request, free, nodes);
        long[] asked = demand(request, count);
        add("heterogeneous with a tenth of slack", scaled(free, 11), sum(count), true, classes(request, count));
        long[] held = Arrays.stream(free)
                .mapToLong(column -> Arrays.stream(column).sum())
                .toArray();
        int more = (int) ((held[CPU] - asked[CPU]) / request[0][CPU] + 1);
        count[0] += more;
        add("heterogeneous beyond the aggregate", free, sum(count), false, classes(request, count));
    }

    private void perfect() {
        long[][] request = planting.requests(random.nextInt(2, 7));
        long[][] free = new long[4][nodes];
        int useful = Math.max(3, nodes / 2);
        int[] count = planting.plant(request, free, useful);
        for (int n = useful; n < nodes; n++) {
            free[0][n] = 499;
            free[1][n] = 1 << 20;
            free[3][n] = 110;
        }
        add("perfect", free, sum(count), true, classes(request, count));
        long[][] less = scaled(free, 10);
        less[CPU][random.nextInt(useful)]--;
        add("perfect less one unit", less, sum(count), false, classes(request, count));
    }

    private void granule() {
        long[][] request = planting.requests(random.nextInt(2, 5));
        long[][] free = new long[4][nodes];
        int[] count = planting.plant(request, free, nodes);
        int poor = random.nextInt(nodes);
        for (int n = 0; n < nodes; n++) {
            free[CPU][n] += 499;
        }
        add("cpu beside the granule", free, sum(count), true, classes(request, count));
        long[][] less = scaled(free, 10);
        less[CPU][poor] -= 500;
        add("cpu beside the granule less one granule", less, sum(count), false, classes(request, count));
    }

    private void halves() {
        long[][] free = {filled(64_000), filled(110)};
        PodClass a = PodClass.of(nodes / 2, 33_000, 1);
        add("more than half a node each", free, nodes, true, a, PodClass.of(nodes - nodes / 2, 34_000, 1));
        add(
                "more than half a node each and one more",
                free,
                nodes + 1,
                false,
                a,
                PodClass.of(nodes - nodes / 2 + 1, 34_000, 1));
    }

    private void hall() {
        long[][] free = {filled(32)};
        long[] first = new long[nodes + 63 >> 6];
        long[] both = new long[nodes + 63 >> 6];
        int third = nodes / 3;
        for (int n = 0; n < nodes; n++) {
            first[n >> 6] |= n < third ? 1L << n : 0;
            both[n >> 6] |= n < 2 * third ? 1L << n : 0;
        }
        PodClass onFirst = new PodClass(new long[] {8}, 3 * third, first, Integer.MAX_VALUE, 0);
        PodClass anywhere = PodClass.of(4 * (nodes - 2 * third), 8);
        for (int more = 0; more <= 1; more++) {
            PodClass onBoth = new PodClass(new long[] {8}, 5 * third + more, both, Integer.MAX_VALUE, 0);
            int pods = onFirst.count() + onBoth.count() + anywhere.count();
            add(
                    more == 0 ? "few places each, full" : "few places each and one more",
                    free,
                    pods,
                    more == 0,
                    onFirst,
                    onBoth,
                    anywhere);
        }
    }

    /** A node holds one a and one b, or two c: max(a, b) + ceil(c / 2) nodes are needed. */
    private void pairsOrTwins() {
        int pairs = nodes - Math.max(1, nodes / 5);
        for (int less = 0; less <= 1; less++) {
            long[][] free = new long[][] {new long[nodes - less], new long[nodes - less]};
            Arrays.fill(free[0], 100);
            Arrays.fill(free[1], 100);
            PodClass a = PodClass.of(pairs, 60, 10);
            PodClass b = PodClass.of(Math.max(1, pairs - 1), 10, 60);
            PodClass c = PodClass.of(2 * (nodes - pairs) - (nodes > 5 ? 1 : 0), 45, 45);
            int pods = a.count() + b.count() + c.count();
            add(less == 0 ? "pairs or twins" : "pairs or twins, a node short", free, pods, less == 0, a, b, c);
        }
    }

    private void antiAffinity() {
        long[][] free = {new long[nodes]};
        int places = 0;
        for (int n = 0; n < nodes; n++) {
            free[0][n] = random.nextInt(0, 20);
            places += free[0][n] >= 4 ? 1 : 0;
        }
        for (int more = places == 0 ? 1 : 0; more <= 1; more++) {
            PodClass spread = PodClass.of(places + more, 4);
            Packing packing = new Packing(
                    PackingNodes.of(nodes, free),
                    List.of(spread),
                    List.of(Conflict.onNode(0, 0)),
                    PackingGroup.leaf(places + more, 0));
            all.add(new GeneratedGang(more == 0 ? "one on a node" : "one on a node and one more", packing, more == 0));
        }
    }

    /** A node holds a big and two small pods, or five small ones. */
    private void partial() {
        long[][] free = {filled(100)};
        int big = nodes + nodes / 2;
        int small = 3 * nodes;
        int most = 0;
        for (int b = 0; b <= Math.min(nodes, big); b++) {
            most = Math.max(most, b + Math.min(small, 2 * b + 5 * (nodes - b)));
        }
        for (int more = 0; more <= 1; more++) {
            String family = more == 0 ? "as many of big and small as can be" : "one more of big and small than can be";
            add(family, free, most + more, more == 0, PodClass.of(big, 60), PodClass.of(small, 20));
        }
    }

    /** Racks: one is planted full, the others together lack one unit of cpu. */
    private void topology() {
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

    private void addInDomain(
            String family, long[][] free, int[] count, long[][] request, int[] domainOf, boolean feasible) {
        List<PodClass> classes = List.of(classes(request, count));
        PackingGroup root = group(sum(count), 0, classes.size()).inOneDomain(domainOf);
        Packing packing = new Packing(PackingNodes.of(nodes, free), classes, List.of(), root);
        all.add(new GeneratedGang(family, packing, feasible));
    }

    /** Two gangs, each in a rack of its own choice, both needed or one of the two; each rack holds one. */
    private void nested() {
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
    private void zonesApart() {
        int zones = Math.min(3, nodes);
        int[] domainOf = IntStream.range(0, nodes).map(n -> n % zones).toArray();
        for (int more = 0; more <= 1; more++) {
            Packing packing = new Packing(
                    PackingNodes.of(nodes, new long[][] {filled(9)}),
                    List.of(PodClass.of(zones + more, 4), PodClass.of(nodes, 5)),
                    List.of(new Conflict(0, 0, domainOf)),
                    PackingGroup.leaf(zones + more + nodes, 0, 1));
            all.add(new GeneratedGang(more == 0 ? "one in a zone" : "one in a zone and one more", packing, more == 0));
        }
    }

    /** The LP says that two bins are enough, but no two whole ones are; all other nodes are full. */
    private void integerGap() {
        for (int more = 0; more <= 1; more++) {
            long[][] free = {new long[nodes]};
            Arrays.fill(free[0], 0, 3 - more, 132);
            add(
                    more == 0 ? "an integer gap and a node to spare" : "an integer gap",
                    free,
                    11,
                    more == 0,
                    PodClass.of(2, 44),
                    PodClass.of(3, 33),
                    PodClass.of(6, 12));
        }
    }

    /**
     * Nodes each partly used in its own way: free vectors of which hardly two are equal, and pods for about two thirds
     * of the nodes.
     */
    private void unlike() {
        long[][] request = planting.requests(8);
        long[][] free = new long[4][nodes];
        int[] count = new int[request.length];
        int pods = 0;
        for (int n = 0; n < nodes; n++) {
            long[] left = {random.nextLong(64_000), random.nextLong(262_144), random.nextInt(9), random.nextInt(110)};
            for (int r = 0; r < left.length; r++) {
                free[r][n] = left[r];
            }
            int j = random.nextInt(request.length);
            while (pods < 2 * (n + 1) / 3 && take(left, request[j])) {
                count[j]++;
                pods++;
            }
        }
        if (pods > 0) {
            add("no two nodes alike", free, pods, true, classes(request, count));
        }
        int[] more = count.clone();
        more[0] += (int) ((Arrays.stream(free[CPU]).sum() - demand(request, count)[CPU]) / request[0][CPU] + 1);
        add("no two nodes alike, beyond the aggregate", free, sum(more), false, classes(request, more));
        int places = 1;
        for (int n = 0; n < nodes; n++) {
            long[] left = {free[0][n], free[1][n], free[2][n], free[3][n]};
            while (take(left, request[1])) {
                places++;
            }
        }
        count[1] = places;
        add("no two nodes alike, one pod of a class too many", free, sum(count), false, classes(request, count));
    }

    /**
     * Three classes of which no two may share a rack, a third of the racks for each with a tenth to spare; or one pod
     * more than there is room.
     */
    private void classesApart() {
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
                    PackingNodes.of(nodes, new long[][] {filled(12)}),
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
     * Many thin pods of eight classes on a fat node, in patterns that use it up; then a hundredth of cpu and memory to
     * spare, but not a device.
     */
    private void thin() {
        long[][] request = new long[8][];
        for (int j = 0; j < request.length; j++) {
            long devices = j % 2 == 0 ? 0 : random.nextInt(1, 5);
            request[j] = new long[] {500L * random.nextInt(4, 30), 1_024L * random.nextInt(10, 60), devices, 1};
        }
        int[][] pattern = new int[Math.min(46, nodes)][request.length];
        for (int[] pods : pattern) {
            for (int i = random.nextInt(2, 25); i > 0; i--) {
                pods[random.nextInt(pods.length)]++;
            }
        }
        long[][] free = new long[4][nodes];
        int[] count = new int[request.length];
        for (int n = 0; n < nodes; n++) {
            int[] pods = pattern[random.nextInt(pattern.length)];
            Planting.plant(pods, request, free, n, count);
        }
        long[][] roomy = scaled(free, 10);
        for (int n = 0; n < nodes; n++) {
            roomy[CPU][n] += free[CPU][n] / 100;
            roomy[MEMORY][n] += free[MEMORY][n] / 100;
        }
        add("thin pods, no slack", free, sum(count), true, classes(request, count));
        add("thin pods, a hundredth of slack", roomy, sum(count), true, classes(request, count));
        long[][] less = scaled(free, 10);
        less[CPU][random.nextInt(nodes)]--;
        add("thin pods, no slack, less one unit", less, sum(count), false, classes(request, count));
        long[][] fewer = scaled(roomy, 10);
        fewer[PODS][random.nextInt(nodes)]--;
        add("thin pods, a hundredth of slack, a place short", fewer, sum(count), false, classes(request, count));
    }

    /**
     * Replicas of a leader and workers with a device each, every one in a rack of its choice: as many as the devices of
     * each rack allow, and one more.
     */
    private void replicas() {
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

    private long[] filled(long value) {
        long[] column = new long[nodes];
        Arrays.fill(column, value);
        return column;
    }

    private static PackingGroup group(int minimum, int from, int to) {
        return PackingGroup.leaf(minimum, IntStream.range(from, to).boxed().toArray(Integer[]::new));
    }

    private void add(String family, long[][] free, int minimum, boolean feasible, PodClass... classes) {
        Packing packing = new Packing(
                PackingNodes.of(free[0].length, free), List.of(classes), List.of(), group(minimum, 0, classes.length));
        all.add(new GeneratedGang(family, packing, feasible));
    }
}
