package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nodes are worth where their shape alone tells them apart, against trying all numbers of pods. */
class PlainLeafTest {

    /** A question, what its pods are worth, and a leaf about them. */
    private record Case(Packing packing, long[] points, long need, PlainLeaf leaf, PointsKnapsack knapsacks) {

        static Case of(Packing packing, long[] points, long need) {
            Asked asked = Asked.of(packing);
            Weights weights = Weights.of(Arrays.stream(points).boxed().toArray(Long[]::new));
            Work work = new Work(Budget.DEFAULT.meter());
            PointsKnapsack knapsacks = PointsKnapsack.of(packing, asked.shapes().units(), work);
            return new Case(
                    packing, points, need, new PlainLeaf(asked, Cases.all(asked), weights, need, knapsacks), knapsacks);
        }

        /** The most points that pods of class {@code j} and later ones have on a node. */
        long worth(int node, int j, long[] left) {
            if (j == points.length) {
                return 0;
            }
            PodClass podClass = packing.classes().get(j);
            long best = 0;
            long[] free = left.clone();
            for (int pods = 0; pods <= podClass.count(); pods++) {
                if (pods > 0 && !podClass.mayUse(node)) {
                    break;
                }
                boolean fits = true;
                for (int r = 0; r < free.length; r++) {
                    free[r] = left[r] - pods * podClass.request()[r];
                    fits &= free[r] >= 0;
                }
                if (!fits) {
                    break;
                }
                best = Math.max(best, pods * points[j] + worth(node, j + 1, free));
            }
            return best;
        }

        long worth(int node) {
            long[] free = new long[packing.nodes().resources()];
            for (int r = 0; r < free.length; r++) {
                free[r] = packing.nodes().free(r, node);
            }
            return worth(node, 0, free);
        }

        int[] nodes() {
            return IntStream.range(0, packing.nodes().count()).toArray();
        }
    }

    private static Case random(Random random, int classes) {
        int nodes = 1 + random.nextInt(4);
        long[][] free = new long[1 + random.nextInt(2)][nodes];
        for (long[] column : free) {
            for (int n = 0; n < nodes; n++) {
                column[n] = random.nextInt(8);
            }
        }
        List<PodClass> all = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        long[] points = new long[classes];
        for (int j = 0; j < classes; j++) {
            long[] request = random.longs(free.length, 0, 4).toArray();
            PodClass some = new PodClass(
                    request,
                    1 + random.nextInt(5),
                    random.nextBoolean() ? null : new long[] {random.nextInt(16)},
                    Integer.MAX_VALUE,
                    0);
            all.add(some);
            members.add(j);
            points[j] = random.nextInt(4);
        }
        Packing packing = new Packing(
                PackingNodes.of(nodes, free), all, List.of(), PackingGroup.leaf(1, members.toArray(Integer[]::new)));
        return Case.of(packing, points, random.nextInt(40));
    }

    @Test
    void knapsacksFindTheMostThatNodesHold() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            Case some = random(random, 1 + random.nextInt(3));
            long expected = IntStream.of(some.nodes()).mapToLong(some::worth).sum();
            assertThat(some.leaf().sum(some.nodes(), true))
                    .as(some.packing().toString())
                    .isEqualTo(expected);
            assertThat(some.leaf().mostOfANode())
                    .isEqualTo(IntStream.of(some.nodes())
                            .mapToLong(some::worth)
                            .max()
                            .orElseThrow());
            assertThat(some.leaf().isSumExact()).isTrue();
            assertThat(some.leaf().refutes(PlainLeaf.KNAPSACKS, expected)).isEqualTo(expected < some.need());
        }
    }

    @Test
    void eachNodeAddsItsSummand() {
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            Case some = random(random, 1 + random.nextInt(3));
            NumberedGroups groups = Asked.of(some.packing()).groups();
            for (int by = PlainLeaf.KNAPSACKS; by < some.leaf().resources(); by++) {
                long sum = 0;
                for (int node : some.nodes()) {
                    sum += some.leaf().summand(by, some.packing(), groups, node, some.knapsacks());
                }
                long all = by == PlainLeaf.KNAPSACKS
                        ? some.leaf().sum(some.nodes(), true)
                        : some.leaf().sum(by, null);
                assertThat(sum).isEqualTo(all);
                assertThat(by == PlainLeaf.KNAPSACKS || some.leaf().sum(by, some.nodes()) == all)
                        .isTrue();
            }
        }
    }

    @Test
    void aResourceThatAllPodsWithPointsAskForBoundsTheirWorth() {
        Random random = new Random(5);
        int bounded = 0;
        for (int i = 0; i < 3000; i++) {
            Case some = random(random, 2);
            long worth = IntStream.of(some.nodes()).mapToLong(some::worth).sum();
            for (int r = 0; r < some.leaf().resources(); r++) {
                int resource = r;
                boolean allAsk = IntStream.range(0, 2)
                        .allMatch(j -> some.points()[j] == 0
                                || some.packing().classes().get(j).request()[resource] > 0);
                boolean any = some.points()[0] + some.points()[1] > 0;
                assertThat(some.leaf().counts(r)).isEqualTo(allAsk && any);
                if (some.leaf().counts(r) && some.leaf().refutes(r, some.leaf().sum(r, null))) {
                    assertThat(worth).isLessThan(some.need());
                    bounded++;
                }
            }
        }
        assertThat(bounded).isGreaterThan(100);
    }

    @Test
    void theDearestClassSaysWhatAUnitBrings() {
        PodClass two = PodClass.of(9, 2);
        PodClass three = PodClass.of(9, 3);
        Packing packing = new Packing(
                PackingNodes.of(1, new long[] {12}), List.of(two, three), List.of(), PackingGroup.leaf(1, 0, 1));
        assertThat(Case.of(packing, new long[] {3, 5}, 20).leaf().refutes(0, 12))
                .isFalse();
        assertThat(Case.of(packing, new long[] {3, 5}, 21).leaf().refutes(0, 12))
                .isTrue();
        assertThat(Case.of(packing, new long[] {4, 5}, 24).leaf().refutes(0, 12))
                .isFalse();
        assertThat(Case.of(packing, new long[] {4, 5}, 25).leaf().refutes(0, 12))
                .isTrue();
        assertThat(Case.of(packing, new long[] {4, 5}, RequiredPoints.NEVER)
                        .leaf()
                        .refutes(0, 12))
                .isTrue();
    }

    @Test
    void aNodeCountsForNoMoreThanAllPodsAsk() {
        Packing packing = new Packing(
                PackingNodes.of(2, new long[] {Long.MAX_VALUE, 1}),
                List.of(PodClass.of(1, 1)),
                List.of(),
                PackingGroup.leaf(1, 0));
        PlainLeaf leaf = Case.of(packing, new long[] {1}, 5).leaf();
        assertThat(leaf.sum(0, null)).isEqualTo(2);
        assertThat(leaf.sum(0, new int[] {1})).isEqualTo(1);
    }
}
