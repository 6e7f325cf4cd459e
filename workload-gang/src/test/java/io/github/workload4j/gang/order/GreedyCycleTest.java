package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods of one core on nodes of four and two cores. */
class GreedyCycleTest {

    private static List<GreedyCycle.Placing> run(int pods, int minimum) {
        PackingGroup group = PackingGroup.leaf(minimum, 0);
        Packing packing =
                new Packing(PackingNodes.of(2, new long[] {4, 2}), List.of(PodClass.of(pods, 1)), List.of(), group);
        CycleQueue queue = new CycleQueue(group, 0, Collections.nCopies(pods, 0), List.of(), new int[0]);
        CycleScores scores = new CycleScores(
                new long[][] {{4, 2}},
                new long[][] {{0, 0}},
                new long[][] {{0, 0}},
                new long[][] {{1}},
                new long[][] {{1}},
                new long[0][],
                List.of());
        return GreedyCycle.run(
                        new OrderedPacking(packing, List.of(), List.of()), queue, scores, null, Budget.DEFAULT.meter())
                .placed();
    }

    @Test
    void podsGoToTheNodeThatIsLeastAllocatedWithThem() {
        assertThat(run(3, 3)).extracting(GreedyCycle.Placing::node).containsExactly(0, 0, 1);
    }

    @Test
    void cycleThatDoesNotReachTheMinimumBindsNothing() {
        assertThat(run(7, 7)).isEmpty();
    }

    @Test
    void everyFurtherPodThatFitsIsPlaced() {
        assertThat(run(7, 2)).hasSize(6);
    }
}
