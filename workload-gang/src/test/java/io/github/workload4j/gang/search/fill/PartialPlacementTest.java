package io.github.workload4j.gang.search.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartialPlacementTest {

    /** Nodes 0, 2 and 4 of 10 units, nodes 1 and 3 of 4; pods of 3 and of 1. */
    private final Subproblem subproblem = subproblem();

    private final int small = subproblem.types.get(0).free[0] == 4 ? 0 : 1;

    private static Subproblem subproblem() {
        Packing packing = new Packing(
                PackingNodes.of(5, new long[] {10, 4, 10, 4, 10}),
                List.of(PodClass.of(9, 3), PodClass.of(9, 1)),
                List.of(),
                PackingGroup.leaf(18, 0, 1));
        ReducedPacking reduced = new ReducedPacking(packing);
        return Subproblem.of(reduced, Case.start(reduced));
    }

    @Test
    void podsGoToTheFirstUntouchedNodesOfATypeAndThePlacementIsByNode() {
        PartialPlacement filling = new PartialPlacement(subproblem);
        assertThat(filling.start(1 - small, 0, 7)).isEqualTo(7);
        assertThat(filling.start(small, 1, 2)).isEqualTo(2);
        assertThat(filling.untouched).containsExactly(small == 0 ? 1 : 0, small == 0 ? 0 : 1);
        assertThat(filling.toPlacement())
                .containsExactly(new Placed(0, 0, 3), new Placed(1, 1, 2), new Placed(0, 2, 3), new Placed(0, 4, 1));
    }

    @Test
    void podsThatFillAPartOfABinSplitIt() {
        PartialPlacement filling = new PartialPlacement(subproblem);
        filling.start(1 - small, 0, 9);
        assertThat(filling.bins()).isEqualTo(1);
        assertThat(filling.room(0, 1)).isEqualTo(1);
        assertThat(filling.put(0, 1, 2)).isEqualTo(2);
        assertThat(filling.bins()).isEqualTo(2);
        assertThat(filling.room(0, 1)).isZero();
        assertThat(filling.room(1, 1)).isEqualTo(1);
    }

    @Test
    void onlyBinsThatTakeAPodAreSuited() {
        PartialPlacement filling = new PartialPlacement(subproblem);
        filling.start(small, 0, 2);
        filling.start(1 - small, 0, 5);
        long[] entries = new long[filling.bins()];
        assertThat(filling.bins()).isEqualTo(3);
        assertThat(filling.suited(0, subproblem.byRemaining(), entries)).isEqualTo(1);
        assertThat((int) entries[0]).isEqualTo(2);
        assertThat(filling.suited(1, subproblem.byRemaining(), entries)).isEqualTo(3);
    }

    @Test
    void aCopyIsFilledOnItsOwn() {
        PartialPlacement filling = new PartialPlacement(subproblem);
        filling.start(1 - small, 0, 1);
        PartialPlacement copy = filling.copy();
        copy.put(0, 1, 4);
        copy.start(small, 1, 1);
        assertThat(copy.pods()).isEqualTo(6);
        assertThat(filling.toPlacement()).containsExactly(new Placed(0, 0, 1));
    }

    @Test
    void patternsAreAssignedWhileThereAreUntouchedNodesAndPods() {
        PartialPlacement filling = new PartialPlacement(subproblem);
        filling.assign(1 - small, new int[] {2, 4}, 9);
        assertThat(filling.placed).containsExactly(6, 9);
        assertThat(filling.toPlacement())
                .containsExactly(
                        new Placed(0, 0, 2),
                        new Placed(1, 0, 4),
                        new Placed(0, 2, 2),
                        new Placed(1, 2, 4),
                        new Placed(0, 4, 2),
                        new Placed(1, 4, 1));
    }
}
