package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One class that attracts itself, over a term with node 0 and 1 in domain 0 and node 2 in domain 1. */
class SimplifiedTest {

    private static OrderedPacking attracted(int... counts) {
        Packing packing = new Packing(
                PackingNodes.of(3, new long[] {5, 5, 5}),
                List.of(PodClass.of(2, 1)),
                List.of(),
                PackingGroup.leaf(2, 0));
        Attraction itself =
                new Attraction(0, new int[][] {{0, 0, 1}}, new int[][] {counts}, new boolean[] {true}, true);
        return new OrderedPacking(packing, List.of(itself), List.of());
    }

    @Test
    void affinityAmongAllPodsOfAGroupIsOneDomain() {
        OrderedPacking simpler = Simplified.of(attracted(0, 0));
        assertThat(simpler.isOrdered()).isFalse();
        assertThat(simpler.relaxed().root().domainOf()).containsExactly(0, 0, 1);
    }

    @Test
    void affinityThatSomePodMeetsAlreadyIsASetOfNodes() {
        OrderedPacking simpler = Simplified.of(attracted(0, 1));
        assertThat(simpler.isOrdered()).isFalse();
        PodClass podClass = simpler.relaxed().classes().get(0);
        assertThat(podClass.mayUse(1)).isFalse();
        assertThat(podClass.mayUse(2)).isTrue();
    }

    @Test
    void questionWithoutRulesOfOrderStaysAsItIs() {
        OrderedPacking plain = new OrderedPacking(attracted(0, 0).relaxed(), List.of(), List.of());
        assertThat(Simplified.of(plain)).isSameAs(plain);
    }
}
