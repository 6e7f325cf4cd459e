package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A node, classes of pods and points; small numbers, many ties. */
final class SmallNode {

    final Random random;
    final ReducedPacking reduced;
    final NodeType type;
    final long[] weights;
    final List<int[]> patterns = new ArrayList<>();

    SmallNode(int seed) {
        random = new Random(seed);
        int resources = 1 + random.nextInt(4);
        int classes = 1 + random.nextInt(5);
        long[][] free = new long[resources][1];
        for (long[] column : free) {
            column[0] = random.nextInt(25);
        }
        List<PodClass> all = new ArrayList<>();
        int unit = 1 + random.nextInt(3);
        for (int j = 0; j < classes; j++) {
            long[] request = new long[resources];
            for (int r = 0; r < resources; r++) {
                request[r] = (long) random.nextInt(5) * unit;
            }
            int maxPerNode = random.nextInt(3) > 0 ? Integer.MAX_VALUE : 1 + random.nextInt(2);
            all.add(new PodClass(request, 1 + random.nextInt(6), null, maxPerNode, 0));
        }
        List<Conflict> conflicts = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            conflicts.add(Conflict.onNode(random.nextInt(classes), random.nextInt(classes)));
        }
        Integer[] numbers = IntStream.range(0, classes).boxed().toArray(Integer[]::new);
        reduced = new ReducedPacking(
                new Packing(PackingNodes.of(1, free), all, conflicts, PackingGroup.leaf(0, numbers)));
        int[] none = new int[classes];
        long[] remaining = new long[resources];
        for (int r = 0; r < resources && reduced.nodeClassOf[0] >= 0; r++) {
            remaining[r] = reduced.nodeClasses.free(0, r);
        }
        int[] max = new int[classes];
        int[] min = new int[classes];
        for (int j = 0; j < classes; j++) {
            max[j] = NodeType.fitting(reduced.request[j], remaining, reduced.maxPerNode[j]);
        }
        int sure = random.nextInt(3 * classes);
        if (sure < classes && max[sure] > 0) {
            min[sure] = 1;
        }
        type = new NodeType(new int[] {0}, 0, 1, remaining, max, min, none);
        weights = random.longs(classes, 0, 8).toArray();
        list(0, new int[classes]);
    }

    private void list(int j, int[] pods) {
        if (j == pods.length) {
            patterns.add(pods.clone());
            return;
        }
        for (pods[j] = type.min[j]; pods[j] <= type.max[j]; pods[j]++) {
            boolean fits = true;
            for (int r = 0; r < type.free.length; r++) {
                fits &= waste(pods, r) >= 0;
            }
            for (int other = 0; other < j; other++) {
                fits &= pods[j] == 0 || pods[other] == 0 || !reduced.areApart(j, other);
            }
            if (fits) {
                list(j + 1, pods);
            }
        }
        pods[j] = 0;
    }

    long worth(int[] pods) {
        return IntStream.range(0, pods.length)
                .mapToLong(j -> weights[j] * pods[j])
                .sum();
    }

    long waste(int[] pods, int r) {
        return type.free[r]
                - IntStream.range(0, pods.length)
                        .mapToLong(j -> reduced.request[j][r] * pods[j])
                        .sum();
    }

    /** The most points, fractions of pods allowed, where only one resource is scarce. */
    double fractional(int r, int[] classes, int[] room) {
        double sum = 0;
        double remaining = type.free[r];
        Integer[] order = IntStream.range(0, classes.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(rate(classes[b], r), rate(classes[a], r)));
        for (int i : order) {
            long requested = reduced.request[classes[i]][r];
            double pods = requested == 0 ? room[i] : Math.min(room[i], remaining / requested);
            remaining -= pods * requested;
            sum += pods * weights[classes[i]];
        }
        return sum;
    }

    private double rate(int j, int r) {
        long requested = reduced.request[j][r];
        return requested == 0 ? Double.POSITIVE_INFINITY : (double) weights[j] / requested;
    }
}
