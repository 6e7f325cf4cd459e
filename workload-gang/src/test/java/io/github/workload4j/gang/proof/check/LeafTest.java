package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What nodes are worth below cases that tell nodes of one shape apart. */
class LeafTest {

    private static final int[] RACKS = {0, 0, 1, -1};

    /** Four nodes with room for two pods each, of two classes of ten. */
    private static Packing question(List<Conflict> conflicts, SharedLimit... limits) {
        return question(new long[] {2, 2, 2, 2}, conflicts, limits);
    }

    private static Packing question(long[] free, List<Conflict> conflicts, SharedLimit... limits) {
        return new Packing(
                PackingNodes.of(free.length, free),
                List.of(PodClass.of(10, 1), PodClass.of(10, 1)),
                conflicts,
                PackingGroup.leaf(1, 0, 1),
                List.of(limits),
                List.of());
    }

    private static Cases all(Packing packing) {
        return Cases.all(Asked.of(packing));
    }

    private static Leaf leaf(Cases cases, Weights weights) {
        Asked asked = cases.asked();
        Work work = new Work(Budget.DEFAULT.meter());
        return new Leaf(
                asked,
                cases,
                weights,
                PointsKnapsack.of(asked.packing(), asked.shapes().units(), work));
    }

    private static long sum(Cases cases, Weights weights) {
        return leaf(cases, weights).sum(0, 1_000_000, true);
    }

    @Test
    void nodesHoldWhatTheCasesAllow() {
        Weights weights = Weights.of(3L, 1L);
        Cases cases = all(question(List.of()));
        assertThat(sum(cases, weights)).isEqualTo(4 * 6);
        assertThat(sum(cases.keptOut(0, RACKS, 0), weights)).isEqualTo(2 * 2 + 2 * 6);
        assertThat(sum(cases.atMostEach(0, NodeSet.of(1, 2, 3), 1), weights)).isEqualTo(6 + 3 * 4);
        assertThat(sum(cases.withGroup(0, GroupState.EMPTY), weights)).isZero();
    }

    @Test
    void whatIsKnownBesidesIsAdded() {
        Leaf leaf = leaf(all(question(List.of())).keptOut(0, RACKS, 0), Weights.of(3L, 1L));
        assertThat(leaf.sum(100, 1_000, true)).isEqualTo(116);
        assertThat(leaf.mostOfANode()).isEqualTo(6);
        assertThat(leaf.isSumExact()).isTrue();
    }

    @Test
    void podsOnANodeCountWhateverTheyAreWorth() {
        Cases cases = all(question(List.of())).atLeast(1, 2, 1);
        assertThat(sum(cases, Weights.of(3L, 1L))).isEqualTo(3 * 6 + 4);
        assertThat(sum(cases, Weights.of(3L, 0L))).isEqualTo(3 * 6 + 3);
        assertThat(sum(cases.atLeast(1, 2, 2), Weights.of(3L, 0L))).isEqualTo(3 * 6);
        assertThat(sum(cases.atLeast(1, 2, 3), Weights.of(3L, 0L))).isEqualTo(PointsKnapsack.NEVER);
        assertThat(sum(cases.keptOut(1, RACKS, 1), Weights.of(3L, 0L))).isEqualTo(PointsKnapsack.NEVER);
        assertThat(sum(cases.keptOut(1, RACKS, 0), Weights.of(3L, 0L))).isEqualTo(3 * 6 + 3);
    }

    @Test
    void onlyNodesOfTheCasesCount() {
        Packing bound = new Packing(
                PackingNodes.of(4, new long[] {2, 2, 2, 2}),
                List.of(PodClass.of(10, 1)),
                List.of(),
                PackingGroup.leaf(1, 0).inOneDomain(RACKS));
        Cases cases = all(bound).inDomain(0, RACKS, 0, new int[] {0, 1}).atMostEach(0, NodeSet.of(1), 1);
        assertThat(sum(cases, Weights.of(3L))).isEqualTo(6 + 3);
    }

    @Test
    void sharedPointsAreTakenFromPodsInADomain() {
        Cases cases = all(question(List.of(new Conflict(0, 0, RACKS), new Conflict(1, 1, new int[] {0, 1, 2, 3}))));
        List<Long> points = List.of(5L, 0L);
        assertThat(sum(cases, new Weights(points, List.of(0L, 0L)))).isEqualTo(3 * 5 + 10);
        assertThat(sum(cases, new Weights(points, List.of(3L, 0L)))).isEqualTo(3 * 2 + 10);
        assertThat(sum(cases, new Weights(points, List.of(5L, 0L)))).isEqualTo(10);
        assertThat(sum(cases, new Weights(points, List.of(0L, 3L)))).isEqualTo(3 * 5 + 10);
        Cases onNode = all(question(List.of(Conflict.onNode(0, 1))));
        assertThat(sum(onNode, new Weights(List.of(5L, 1L), List.of(3L)))).isEqualTo(4 * 10);
    }

    /** The first two nodes share a limit of which a pod of the first class takes 2, the last two another. */
    private static Cases limited() {
        return all(question(
                List.of(),
                new SharedLimit(new long[] {2, 0}, new long[] {0b0011}, 7),
                new SharedLimit(new long[] {1, 3}, new long[] {0b1100}, 7)));
    }

    private static long priced(long a, long b, long first, long second) {
        return sum(limited(), new Weights(List.of(a, b), List.of(), List.of(first, second)));
    }

    @Test
    void podsPayForTheRowsOfTheirNode() {
        assertThat(priced(5, 4, 0, 0)).isEqualTo(4 * 10);
        assertThat(priced(5, 4, 1, 0)).isEqualTo(2 * 8 + 2 * 10);
        assertThat(priced(5, 0, 1, 0)).isEqualTo(2 * 6 + 2 * 10);
        assertThat(priced(5, 0, 3, 0)).isEqualTo(2 * 10);
        assertThat(priced(5, 4, 0, 4)).isEqualTo(2 * 10 + 2 * 2);
        assertThat(priced(5, 4, 0, -1)).isEqualTo(2 * 10 + 2 * 14);
        assertThat(priced(-1, -1, -1, -1)).isEqualTo(2 * 2 + 2 * 4);
    }

    @Test
    void podsThatPayMoreThanTheyAreWorthAreALossWhereTheyLie() {
        Weights weights = new Weights(List.of(1L, 0L), List.of(), List.of(2L, 0L));
        assertThat(sum(limited().atLeast(0, 0, 1), weights)).isEqualTo(-3 + 2 * 2);
    }

    @Test
    void rulesThatTellNothingApartAreNotGoneThrough() {
        Weights weights = new Weights(List.of(1L, 0L), List.of(), List.of(2L, 0L));
        assertThat(leaf(limited(), weights).rules()).isEqualTo(1);
        Cases cases =
                limited().withGroup(0, GroupState.PLACED).keptOut(0, RACKS, 0).keptOut(1, RACKS, 0);
        assertThat(leaf(cases, weights).rules()).isEqualTo(3);
        assertThat(leaf(cases.withGroup(0, GroupState.EMPTY), weights).rules()).isEqualTo(3);
        int[] equal = RACKS.clone();
        Cases alone = all(question(List.of(new Conflict(0, 0, RACKS), new Conflict(1, 1, RACKS))));
        assertThat(leaf(alone, Weights.of(1L, 1L)).rules()).isEqualTo(1);
        Cases apart = all(question(List.of(new Conflict(0, 0, RACKS), new Conflict(1, 1, equal))));
        assertThat(leaf(apart, Weights.of(1L, 1L)).rules()).isEqualTo(1);
    }

    @Test
    void manyRulesAndManyKindsAreToldApart() {
        int count = 200;
        long[] free = LongStream.range(0, count).map(n -> 2).toArray();
        Cases cases = all(question(free, List.of()));
        for (int n = 0; n < count; n += 2) {
            cases = cases.atMostEach(0, NodeSet.of(n), n % 4 == 0 ? 1 : 0);
        }
        assertThat(leaf(cases, Weights.of(3L, 1L)).rules()).isEqualTo(100);
        assertThat(sum(cases, Weights.of(3L, 1L))).isEqualTo(100 * 6 + 50 * 4 + 50 * 2);
        long[] rising = LongStream.range(0, 20).toArray();
        Cases different = all(question(rising, List.of()))
                .keptOut(0, IntStream.range(0, 20).toArray(), 7);
        assertThat(sum(different, Weights.of(1L, 0L)))
                .isEqualTo(LongStream.of(rising).map(some -> Math.min(10, some)).sum() - 7);
    }
}
