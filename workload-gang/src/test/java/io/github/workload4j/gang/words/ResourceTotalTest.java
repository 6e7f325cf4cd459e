package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Totals of a resource: never more asked than an answer needs, never less free than pods may use. */
class ResourceTotalTest {

    private static final PackingNodes NODES = PackingNodes.of(2, new long[] {10, -3});

    private static Packing packing(PackingGroup root, PodClass... classes) {
        return new Packing(NODES, List.of(classes), List.of(), root);
    }

    @Test
    void overfullNodesHaveNothingFree() {
        ResourceTotal total = ResourceTotal.of(packing(PackingGroup.leaf(2, 0), PodClass.of(2, 4)), 0)
                .orElseThrow();
        assertThat(total).isEqualTo(new ResourceTotal(0, 8, 10, true, true));
        assertThat(total.isShort()).isFalse();
    }

    @Test
    void nodesClosedToThePodsDoNotCount() {
        PodClass onTheSecond = new PodClass(new long[] {4}, 2, new long[] {0b10}, 2, 0);
        assertThat(ResourceTotal.mostMissing(packing(PackingGroup.leaf(2, 0), onTheSecond)))
                .contains(new ResourceTotal(0, 8, 0, true, false));
    }

    @Test
    void aCompositeAsksWhatItsSmallestChildrenAsk() {
        PackingGroup root = PackingGroup.composite(1, PackingGroup.leaf(2, 0), PackingGroup.leaf(1, 1));
        assertThat(ResourceTotal.of(packing(root, PodClass.of(2, 4), PodClass.of(1, 6)), 0))
                .contains(new ResourceTotal(0, 6, 10, false, true));
    }

    @Test
    void totalsBeyondTheRangeOfLongAreNotGiven() {
        assertThat(ResourceTotal.of(packing(PackingGroup.leaf(4, 0), PodClass.of(4, Long.MAX_VALUE / 2)), 0))
                .isEmpty();
    }
}
