package io.github.workload4j.testkit;

import static io.github.workload4j.testkit.Planting.classes;
import static io.github.workload4j.testkit.Planting.demand;
import static io.github.workload4j.testkit.Planting.filled;
import static io.github.workload4j.testkit.Planting.group;
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

/**
 * Gang questions of any size with known verdicts: a packing is planted, so the gang fits; its twin lacks one unit or
 * wants one pod more than there can be, so it does not.
 *
 * <p>The same number of nodes and seed give the same questions on every machine.
 */
public final class GangFamilies {

    private static final int CPU = 0;
    private static final int MEMORY = 1;
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
        DomainFamilies inDomains = new DomainFamilies(nodes, families.random, families.planting, families.all);
        families.homogeneous();
        families.heterogeneous();
        families.perfect();
        families.granule();
        families.halves();
        families.hall();
        families.pairsOrTwins();
        families.antiAffinity();
        families.partial();
        inDomains.topology();
        inDomains.nested();
        inDomains.zonesApart();
        families.integerGap();
        families.unlike();
        inDomains.classesApart();
        families.thin();
        inDomains.replicas();
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
        long[][] free = {filled(nodes, 64_000), filled(nodes, 110)};
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
        long[][] free = {filled(nodes, 32)};
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
        long[][] free = {filled(nodes, 100)};
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

    private void add(String family, long[][] free, int minimum, boolean feasible, PodClass... classes) {
        Packing packing = new Packing(
                PackingNodes.of(free[0].length, free), List.of(classes), List.of(), group(minimum, 0, classes.length));
        all.add(new GeneratedGang(family, packing, feasible));
    }
}
