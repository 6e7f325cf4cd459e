package io.github.workload4j.gang.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {

    /** Nodes of 9, 4, 9, 1 and 4 units; pods of 4 anywhere, pods of 2 on the first three nodes. */
    private final ReducedPacking reduced = reduced(9);

    private static ReducedPacking reduced(int pods) {
        Packing packing = new Packing(
                PackingNodes.of(5, new long[] {9, 4, 9, 1, 4}),
                List.of(
                        PodClass.of(pods, 4),
                        new PodClass(new long[] {2}, pods, new long[] {0b111}, Integer.MAX_VALUE, 0)),
                List.of(),
                PackingGroup.leaf(2 * pods, 0, 1));
        return new ReducedPacking(packing);
    }

    @Test
    void nodeClassesAreNumberedFromTheTightestToTheLoosest() {
        NodeClasses nodeClasses = reduced.nodeClasses;
        assertThat(nodeClasses.free(0)).isSorted();
        assertThat(nodeClasses.nodeClassOf[3]).isEqualTo(-1);
        assertThat(nodeClasses.nodeClassOf[0])
                .isEqualTo(nodeClasses.nodeClassOf[2])
                .isEqualTo(nodeClasses.size() - 1);
        assertThat(nodeClasses.ranking().order()).isSorted();
    }

    @Test
    void aClassHasPlacesOnlyWhereItsPodsMayGo() {
        Capacity anywhere = reduced.nodeClasses.capacity(0);
        Capacity firstThree = reduced.nodeClasses.capacity(1);
        assertThat(anywhere.places()).isEqualTo(2 + 1 + 2 + 1);
        assertThat(anywhere.highest()).isEqualTo(2);
        assertThat(firstThree.places()).isEqualTo(4 + 2 + 4);
        assertThat(firstThree.highest()).isEqualTo(4);
        assertThat(firstThree.takers().cardinality()).isEqualTo(2);
    }

    @Test
    void aSubproblemCountsAtMostAsManyPlacesOnANodeAsThereArePods() {
        ReducedPacking few = reduced(3);
        Subproblem subproblem = Subproblem.of(few, Case.start(few));
        assertThat(subproblem.places(0)).isEqualTo(6);
        assertThat(subproblem.places(1)).isEqualTo(3 + 2 + 3);
    }
}
