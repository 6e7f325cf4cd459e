package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.proof.NodeSet;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is known below a case: states of groups, nodes, most and fewest pods. */
class CasesTest {

    private static final int[] RACKS = {0, 0, 1, 1};

    /** Up to three pods of each of two classes, each in a group of its own; four nodes in two racks. */
    private static Packing two(List<Conflict> conflicts, int... domainOf) {
        PackingGroup second = PackingGroup.leaf(1, 1);
        return new Packing(
                PackingNodes.of(4, new long[] {9, 9, 9, 9}),
                List.of(PodClass.of(3, 1), PodClass.of(3, 1)),
                conflicts,
                PackingGroup.composite(
                        1, PackingGroup.leaf(1, 0), domainOf.length == 0 ? second : second.inOneDomain(domainOf)));
    }

    private static Cases all(Packing packing) {
        return Cases.all(Asked.of(packing));
    }

    private static int[] most(Cases cases, int podClass) {
        return IntStream.range(0, 4).map(node -> cases.most(podClass, node)).toArray();
    }

    private static boolean areAlike(Cases cases, int... nodes) {
        return cases.areAlike(NodeSet.of(nodes), new Work(Budget.DEFAULT.meter()));
    }

    @Test
    void atFirstTheRootHasPodsAndNothingElseIsKnown() {
        Cases cases = all(two(List.of()));
        assertThat(cases.states()).containsExactly(GroupState.PLACED, GroupState.OPEN, GroupState.OPEN);
        assertThat(cases.nodes()).containsExactly(0, 1, 2, 3);
        assertThat(most(cases, 0)).containsOnly(3);
        assertThat(cases.mostAnywhere(0)).isEqualTo(3);
        assertThat(cases.least(0, 0)).isZero();
        assertThat(cases.arePlain()).isTrue();
        assertThat(areAlike(cases, 0, 1, 2, 3)).isTrue();
    }

    @Test
    void anEmptyGroupHasNoPodAnywhere() {
        Cases cases = all(two(List.of())).withGroup(2, GroupState.EMPTY);
        assertThat(cases.state(2)).isEqualTo(GroupState.EMPTY);
        assertThat(most(cases, 1)).containsOnly(0);
        assertThat(cases.mostAnywhere(1)).isZero();
        assertThat(most(cases, 0)).containsOnly(3);
        assertThat(cases.mostAnywhere(0)).isEqualTo(3);
        assertThat(cases.arePlain()).isTrue();
        assertThat(areAlike(cases, 0, 3)).isTrue();
        Cases placed = all(two(List.of())).withGroup(2, GroupState.PLACED);
        assertThat(placed.state(2)).isEqualTo(GroupState.PLACED);
        assertThat(most(placed, 1)).containsOnly(3);
    }

    @Test
    void aGroupInADomainHasNoPodOutside() {
        Cases cases = all(two(List.of(), RACKS)).settled(2).inDomain(2, RACKS, 1, new int[] {2, 3});
        assertThat(most(cases, 1)).containsExactly(0, 0, 3, 3);
        assertThat(most(cases, 0)).containsOnly(3);
        assertThat(cases.nodes()).containsExactly(0, 1, 2, 3);
        assertThat(cases.arePlain()).isFalse();
        assertThat(cases.mostAnywhere(1)).isEqualTo(3);
    }

    @Test
    void whereAllPodsAreInTheDomainNoOtherNodeIsLookedAt() {
        Packing packing = new Packing(
                PackingNodes.of(4, new long[] {9, 9, 9, 9}),
                List.of(PodClass.of(3, 1)),
                List.of(),
                PackingGroup.leaf(1, 0).inOneDomain(RACKS));
        Cases cases = all(packing).settled(0).inDomain(0, RACKS, 1, new int[] {2, 3});
        assertThat(cases.nodes()).containsExactly(2, 3);
        assertThat(cases.arePlain()).isTrue();
        assertThat(cases.most(0, 0)).isZero();
        assertThat(cases.mostAnywhere(0)).isEqualTo(3);
        Cases again = cases.inDomain(0, new int[] {0, 1, 0, 1}, 0, new int[] {0, 2});
        assertThat(again.nodes()).containsExactly(2, 3);
        assertThat(again.arePlain()).isFalse();
        assertThat(most(again, 0)).containsExactly(0, 0, 3, 0);
    }

    @Test
    void aGroupTellsNodesApartUntilItsDomainIsKnown() {
        Cases open = all(two(List.of(), RACKS));
        assertThat(areAlike(open, 0, 1)).isTrue();
        assertThat(areAlike(open, 0, 2)).isFalse();
        assertThat(areAlike(open.withGroup(2, GroupState.PLACED), 1, 2)).isFalse();
        assertThat(areAlike(open.withGroup(2, GroupState.EMPTY), 0, 2)).isTrue();
        assertThat(areAlike(open.settled(2), 0, 2)).isTrue();
        assertThat(areAlike(open.settled(1), 0, 2)).isFalse();
        assertThat(areAlike(open.settled(2).inDomain(2, RACKS, 1, new int[] {2, 3}), 0, 2))
                .isFalse();
        assertThat(areAlike(open, 2)).isTrue();
    }

    @Test
    void aClassThatStaysOutOfADomainHasNoPodThere() {
        Cases cases = all(two(List.of())).keptOut(0, RACKS, 0);
        assertThat(most(cases, 0)).containsExactly(0, 0, 3, 3);
        assertThat(most(cases, 1)).containsOnly(3);
        assertThat(cases.arePlain()).isFalse();
        assertThat(areAlike(cases, 0, 1)).isTrue();
        assertThat(areAlike(cases, 1, 2)).isFalse();
    }

    @Test
    void theStrictestOfSeveralLimitsHolds() {
        Cases cases = all(two(List.of()))
                .atMostEach(0, NodeSet.of(0, 1), 2)
                .atMostEach(0, NodeSet.of(1, 2), 1)
                .atMostEach(0, NodeSet.of(1), 2);
        assertThat(most(cases, 0)).containsExactly(2, 1, 1, 3);
        assertThat(most(cases, 1)).containsOnly(3);
        assertThat(areAlike(cases, 0, 1)).isFalse();
        assertThat(areAlike(cases, 0, 3)).isFalse();
    }

    @Test
    void podsOnANodeAreNoneElsewhereAndTellItApart() {
        Cases cases = all(two(List.of())).atLeast(0, 2, 1);
        assertThat(cases.states()).containsExactly(GroupState.PLACED, GroupState.PLACED, GroupState.OPEN);
        assertThat(IntStream.range(0, 4).map(node -> cases.least(0, node))).containsExactly(0, 0, 1, 0);
        assertThat(cases.least(1, 2)).isZero();
        assertThat(most(cases, 0)).containsExactly(2, 2, 3, 2);
        assertThat(most(cases, 1)).containsOnly(3);
        assertThat(cases.hasFloor(2)).isTrue();
        assertThat(cases.hasFloor(1)).isFalse();
        assertThat(cases.arePlain()).isFalse();
        assertThat(areAlike(cases, 0, 1, 3)).isTrue();
        assertThat(areAlike(cases, 0, 2)).isFalse();
        assertThat(areAlike(cases, 2, 3)).isFalse();
    }

    @Test
    void theHigherOfTwoNumbersOfPodsOnANodeCounts() {
        Cases higher = all(two(List.of())).atLeast(0, 2, 1).atLeast(0, 2, 2);
        assertThat(higher.least(0, 2)).isEqualTo(2);
        assertThat(higher.floors()).hasSize(1);
        Cases lower = higher.atLeast(0, 2, 1);
        assertThat(lower.least(0, 2)).isEqualTo(2);
        assertThat(most(lower, 0)).containsExactly(1, 1, 3, 1);
        Cases several = lower.atLeast(0, 3, 1).atLeast(1, 3, 1);
        assertThat(most(several, 0)).containsExactly(0, 0, 2, 1);
        assertThat(several.least(1, 3)).isEqualTo(1);
        assertThat(several.least(0, 3)).isEqualTo(1);
    }

    @Test
    void moreThanThereAreIsLessThanNothingElsewhere() {
        Cases cases = all(two(List.of())).atLeast(0, 0, 4);
        assertThat(most(cases, 0)).containsExactly(3, -1, -1, -1);
        assertThat(most(cases.atLeast(0, 1, 4), 0)).containsExactly(-1, -1, -1, -1);
    }

    @Test
    void podsOnANodeKeepTheClassesInConflictOutOfItsDomain() {
        int[] some = {0, 0, 1, -1};
        Packing packing = two(List.of(new Conflict(0, 1, some)));
        assertThat(most(all(packing).atLeast(0, 0, 1), 1)).containsExactly(0, 0, 3, 3);
        assertThat(most(all(packing).atLeast(1, 2, 1), 0)).containsExactly(3, 3, 0, 3);
        assertThat(most(all(packing).atLeast(0, 3, 1), 1)).containsOnly(3);
        assertThat(most(all(packing), 0)).containsOnly(3);
        assertThat(areAlike(all(packing), 0, 1)).isTrue();
        assertThat(areAlike(all(packing), 0, 2)).isFalse();
        assertThat(areAlike(all(packing), 2, 3)).isFalse();
    }

    @Test
    void aClassInConflictWithItselfHasOnePodInEachDomain() {
        Packing packing = two(List.of(new Conflict(0, 0, new int[] {0, 0, 1, -1})));
        Cases cases = all(packing);
        assertThat(most(cases, 0)).containsExactly(1, 1, 1, 3);
        assertThat(most(cases, 1)).containsOnly(3);
        assertThat(cases.arePlain()).isFalse();
        assertThat(most(cases.atLeast(0, 0, 1), 0)).containsExactly(1, 0, 1, 2);
        assertThat(most(cases.atLeast(0, 3, 1), 0)).containsExactly(1, 1, 1, 3);
        Cases onNode = all(two(List.of(Conflict.onNode(0, 0))));
        assertThat(most(onNode, 0)).containsOnly(1);
        assertThat(onNode.arePlain()).isTrue();
        assertThat(areAlike(onNode, 0, 3)).isTrue();
    }

    @Test
    void whatNoPodThatFitsIsConcernedByTellsNothingApart() {
        Packing packing = new Packing(
                PackingNodes.of(4, new long[] {2, 2, 2, 2}),
                List.of(PodClass.of(3, 1), PodClass.of(1, 5)),
                List.of(new Conflict(1, 1, RACKS)),
                PackingGroup.composite(
                        1, PackingGroup.leaf(1, 0), PackingGroup.leaf(1, 1).inOneDomain(RACKS)),
                List.of(new SharedLimit(new long[] {0, 2}, new long[] {0b0011}, 4)),
                List.of());
        Cases cases = all(packing);
        assertThat(areAlike(cases, 0, 1, 2, 3)).isTrue();
        assertThat(areAlike(cases.keptOut(1, RACKS, 0), 0, 2)).isTrue();
        assertThat(areAlike(cases.keptOut(0, RACKS, 0), 0, 2)).isFalse();
        Packing larger = packing.on(PackingNodes.of(4, new long[] {5, 5, 5, 4}));
        assertThat(areAlike(all(larger), 0, 1)).isTrue();
        assertThat(areAlike(all(larger), 0, 2)).isFalse();
        assertThat(areAlike(all(larger), 2, 3)).isFalse();
    }

    /** Four nodes of which the first two share a limit of 5; pods of the first class take 2 of it. */
    private static Packing limited() {
        return new Packing(
                PackingNodes.of(4, new long[] {9, 9, 9, 9}),
                List.of(PodClass.of(3, 1), PodClass.of(3, 1)),
                List.of(),
                PackingGroup.leaf(1, 0, 1),
                List.of(new SharedLimit(new long[] {2, 0}, new long[] {0b0011}, 5)),
                List.of(new EvenSpread(List.of(0, 1), List.of(1, 2), RACKS, new int[] {1, 3})));
    }

    @Test
    void rowsTellNodesApart() {
        assertThat(areAlike(all(limited()), 0, 1)).isTrue();
        assertThat(areAlike(all(limited()), 2, 3)).isTrue();
        assertThat(areAlike(all(limited()), 1, 2)).isFalse();
    }

    @Test
    void aLevelBoundsTheRowsOfASpread() {
        Cases cases = all(limited());
        long any = NodeRows.UNLIMITED;
        assertThat(cases.rows().least()).containsExactly(0, 0, 0, 0, 0);
        assertThat(cases.rows().most()).containsExactly(5, any, any, any, any);
        Cases reached = cases.withLevel(0, 4, true);
        assertThat(reached.rows().least()).containsExactly(0, 0, 0, 3, 1);
        assertThat(reached.rows().most()).containsExactly(5, any, any, any, any);
        Cases missed = cases.withLevel(0, 3, false);
        assertThat(missed.rows().least()).containsOnly(0);
        assertThat(missed.rows().most()).containsExactly(5, 2, 0, 3, 1);
        assertThat(missed.withLevel(0, 2, true).rows().least()).containsExactly(0, 0, 0, 1, 0);
        assertThat(missed.withLevel(0, 9, false).rows().most()).containsExactly(5, 2, 0, 3, 1);
        assertThat(reached.withLevel(0, 3, true).rows().least()).containsExactly(0, 0, 0, 3, 1);
    }

    @Test
    void casesAreNotChangedByThoseBelow() {
        Cases cases = all(two(List.of(new Conflict(0, 1, RACKS)), RACKS));
        cases.withGroup(1, GroupState.EMPTY);
        cases.settled(2).inDomain(2, RACKS, 0, new int[] {0, 1});
        cases.atLeast(0, 0, 1);
        cases.keptOut(0, RACKS, 0);
        assertThat(cases.states()).containsExactly(GroupState.PLACED, GroupState.OPEN, GroupState.OPEN);
        assertThat(cases.settled()).isEqualTo(new BitSet());
        assertThat(cases.caps()).isEmpty();
        assertThat(cases.floors()).isEmpty();
        assertThat(most(cases, 1)).containsOnly(3);
    }
}
