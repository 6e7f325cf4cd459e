package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeafSumsTest {

    /**
     * Three pods of 2 each that want one of two racks of two nodes; the first has room for two pods, the second for
     * one.
     */
    private static final Packing RACKS = new Packing(
            PackingNodes.of(4, new long[] {3, 3, 2, 1}),
            List.of(PodClass.of(3, 2)),
            List.of(),
            PackingGroup.leaf(3, 0).inOneDomain(0, 0, 1, 1));

    private static DomainBranch everyRack(Weights first, Weights second) {
        return new DomainBranch(
                0, List.of(new DomainBranch.Case(List.of(0), first), new DomainBranch.Case(List.of(1), second)));
    }

    @Test
    void aLeafComesToWhatItsNodesHoldAgainstWhatIsNeeded() {
        Weights first = Weights.of(1L);
        Weights second = Weights.of(2L);
        DomainBranch proof = everyRack(first, second);
        LeafSums sums = new PackingChecker(RACKS).sums(proof, 1);
        assertThat(sums.of(first)).contains(new LeafSums.Sum(3, 2, List.of()));
        assertThat(sums.of(second)).contains(new LeafSums.Sum(6, 2, List.of()));
        assertThat(sums).hasToString("sums of 2 leaves");
        assertThat(proof.toJson(sums)).contains("{\"points\":[1],\"needed\":3,\"available\":2}");
    }

    @Test
    void aLeafOfSeveralCasesComesToTheWorstOfThem() {
        Weights both = Weights.of(1L);
        LeafSums sums = new PackingChecker(RACKS).sums(everyRack(both, both), 1);
        assertThat(sums.of(both)).contains(new LeafSums.Sum(3, 2, List.of()));
    }

    @Test
    void aLikeLeafOfAnotherCertificateIsNotKnown() {
        LeafSums sums = new PackingChecker(RACKS).sums(everyRack(Weights.of(1L), Weights.of(1L)), 1);
        assertThat(sums.of(Weights.of(1L))).isEmpty();
    }

    @Test
    void nothingIsKnownOfACertificateThatIsNotAccepted() {
        Weights leaf = Weights.of(1L);
        assertThat(new PackingChecker(RACKS).sums(leaf, 1).of(leaf)).isEmpty();
    }

    /** A pod of 2 cpu and 3 memory and one of 4 and 5, pod slots aside, on a node with 5 cpu and 7 memory. */
    private static final Packing TWO_RESOURCES = new Packing(
            PackingNodes.of(1, new long[] {5}, new long[] {7}, new long[] {10}),
            LongStream.of(1, 2)
                    .mapToObj(i -> new PodClass(new long[] {2 * i, 1 + 2 * i, 1}, 1, null, 1, 0))
                    .toList(),
            List.of(),
            PackingGroup.leaf(2, 0, 1));

    @Test
    void aLeafSaysWhichResourceItCounts() {
        Weights memory = Weights.of(3L, 5L);
        LeafSums sums = new PackingChecker(TWO_RESOURCES).sums(memory, 1);
        assertThat(sums.resourceOf(memory)).hasValue(1);
        assertThat(sums.counts(memory, 0)).isFalse();
        assertThat(memory.toJson(sums))
                .isEqualTo("{\"weights\":{\"points\":[3,5],\"needed\":8,\"available\":5,\"resource\":1}}");
        Weights cpu = Weights.of(50L, 100L);
        assertThat(new PackingChecker(TWO_RESOURCES).sums(cpu, 1).resourceOf(cpu))
                .hasValue(0);
    }

    @Test
    void pointsOfNoResourceSayNone() {
        Weights slots = Weights.of(1L, 1L);
        LeafSums sums = new PackingChecker(TWO_RESOURCES).sums(slots, 1);
        assertThat(sums.of(slots)).isPresent();
        assertThat(sums.resourceOf(slots)).isEmpty();
    }

    @Test
    void sumsAreFoundOutWithinTheBudgetOfTheChecker() {
        Weights leaf = Weights.of(3L, 5L);
        WorkMeter meter = Budget.steps(1).meter();
        assertThat(new PackingChecker(TWO_RESOURCES, meter).sums(leaf, 1).of(leaf))
                .isEmpty();
        assertThat(meter.left()).isZero();
    }

    @Test
    void noMoreLeavesAreKeptThanTheLimit() {
        LeafTally sums = new LeafTally();
        for (int i = 0; i <= LeafTally.LEAVES; i++) {
            sums.note(Weights.of((long) i), 2, 1, true, List.of());
        }
        assertThat(sums).hasToString("sums of " + LeafTally.LEAVES + " leaves");
    }

    @Test
    void whatIsNotWeighedExactlyIsNotSaid() {
        LeafTally sums = new LeafTally();
        Weights leaf = Weights.of(1L);
        sums.note(leaf, 3, 1, true, List.of());
        sums.note(leaf, 3, 2, false, List.of());
        assertThat(sums.of(leaf)).isEmpty();
    }
}
