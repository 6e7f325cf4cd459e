package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The knapsack of one node against all its patterns, listed. */
class PricingTest {

    @Property(seed = "20260214", tries = 3_000)
    void findsTheMostPointsAboveAFloor(@ForAll @IntRange(min = 0) int seed) {
        Node node = new Node(seed);
        long most = node.patterns.stream().mapToLong(node::worth).max().orElse(0);
        for (long floor : new long[] {0, most - 1, most, most + 1, node.random.nextInt(40)}) {
            Pricing pricing = new Pricing(node.question, new Steps(Budget.DEFAULT));
            assertThat(pricing.above(node.kind, node.kind.most, node.points, floor))
                    .isEqualTo(Math.max(most, floor));
            if (most > floor) {
                assertThat(node.patterns).contains(pricing.pattern());
                assertThat(node.worth(pricing.pattern())).isEqualTo(most);
            }
        }
    }

    @Property(seed = "20260215", tries = 3_000)
    void findsEveryPatternThatWastesNoMoreThanItMay(@ForAll @IntRange(min = 0) int seed) {
        Node node = new Node(seed);
        long[] mayWaste = node.random.longs(node.kind.free.length, 0, 4).toArray();
        int[][] into = new int[10_000][];
        int found =
                new Pricing(node.question, new Steps(Budget.DEFAULT)).tight(node.kind, node.kind.most, mayWaste, into);
        TreeSet<int[]> expected = new TreeSet<>(Arrays::compare);
        for (int[] pods : node.patterns) {
            boolean isTight = true;
            for (int r = 0; r < mayWaste.length; r++) {
                isTight &= node.waste(pods, r) <= mayWaste[r];
            }
            for (int j = 0; j < pods.length; j++) {
                boolean asks = Arrays.stream(node.question.request[j]).sum() > 0;
                isTight &= asks || pods[j] == node.kind.least[j];
            }
            if (isTight) {
                expected.add(pods);
            }
        }
        TreeSet<int[]> tight = new TreeSet<>(Arrays::compare);
        for (int i = 0; i < found; i++) {
            assertThat(tight.add(into[i])).as("found once").isTrue();
        }
        assertThat(tight).usingElementComparator(Arrays::compare).containsExactlyElementsOf(expected);
    }

    @Property(seed = "20260216", tries = 3_000)
    void theRelaxationIsABoundAndNoHigherThanAnyResourceAlone(@ForAll @IntRange(min = 0) int seed) {
        Node node = new Node(seed);
        int[] classes = IntStream.range(0, node.points.length)
                .filter(j -> node.points[j] > 0 && node.kind.most[j] > 0)
                .toArray();
        int[] room = Arrays.stream(classes).map(j -> node.kind.most[j]).toArray();
        if (classes.length > 0) {
            long[] free = node.kind.free;
            double bound = new Outlook(node.question.request, free.length)
                    .over(classes.length, classes, node.points, free, room);
            long most = node.patterns.stream().mapToLong(node::worth).max().orElse(0);
            assertThat(bound).isGreaterThan(most - 1e-6);
            for (int r = 0; r < free.length; r++) {
                assertThat(bound).isLessThan(node.fractional(r, classes, room) + 1e-6);
            }
        }
    }

    /** A node, classes of pods and points; small numbers, many ties. */
    private static final class Node {

        final Random random;
        final Question question;
        final Kind kind;
        final long[] points;
        final List<int[]> patterns = new ArrayList<>();

        Node(int seed) {
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
            question =
                    new Question(new Packing(PackingNodes.of(1, free), all, conflicts, PackingGroup.leaf(0, numbers)));
            int[] none = new int[classes];
            long[] left = new long[resources];
            for (int r = 0; r < resources && question.bases.size() > 0; r++) {
                left[r] = question.bases.free(r)[0];
            }
            int[] most = new int[classes];
            int[] least = new int[classes];
            for (int j = 0; j < classes; j++) {
                most[j] = Kind.fitting(question.request[j], left, question.maxPerNode[j]);
            }
            int sure = random.nextInt(3 * classes);
            if (sure < classes && most[sure] > 0) {
                least[sure] = 1;
            }
            kind = new Kind(new int[] {0}, 0, 1, left, most, least, none);
            points = random.longs(classes, 0, 8).toArray();
            list(0, new int[classes]);
        }

        private void list(int j, int[] pods) {
            if (j == pods.length) {
                patterns.add(pods.clone());
                return;
            }
            for (pods[j] = kind.least[j]; pods[j] <= kind.most[j]; pods[j]++) {
                boolean fits = true;
                for (int r = 0; r < kind.free.length; r++) {
                    fits &= waste(pods, r) >= 0;
                }
                for (int other = 0; other < j; other++) {
                    fits &= pods[j] == 0 || pods[other] == 0 || !question.apart[j][other];
                }
                if (fits) {
                    list(j + 1, pods);
                }
            }
            pods[j] = 0;
        }

        long worth(int[] pods) {
            return IntStream.range(0, pods.length)
                    .mapToLong(j -> points[j] * pods[j])
                    .sum();
        }

        long waste(int[] pods, int r) {
            return kind.free[r]
                    - IntStream.range(0, pods.length)
                            .mapToLong(j -> question.request[j][r] * pods[j])
                            .sum();
        }

        /** The most points, fractions of pods allowed, where only one resource is scarce. */
        double fractional(int r, int[] classes, int[] room) {
            double sum = 0;
            double left = kind.free[r];
            Integer[] order = IntStream.range(0, classes.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (a, b) -> Double.compare(rate(classes[b], r), rate(classes[a], r)));
            for (int i : order) {
                long asked = question.request[classes[i]][r];
                double pods = asked == 0 ? room[i] : Math.min(room[i], left / asked);
                left -= pods * asked;
                sum += pods * points[classes[i]];
            }
            return sum;
        }

        private double rate(int j, int r) {
            long asked = question.request[j][r];
            return asked == 0 ? Double.POSITIVE_INFINITY : (double) points[j] / asked;
        }
    }
}
