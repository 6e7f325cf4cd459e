package io.github.workload4j.gang.proof.check;

import static io.github.workload4j.gang.proof.check.GroupState.EMPTY;
import static io.github.workload4j.gang.proof.check.GroupState.OPEN;
import static io.github.workload4j.gang.proof.check.GroupState.PLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberedGroupsTest {

    private static final Packing PACKING = new Packing(
            PackingNodes.of(3, new long[] {9, 9, 9}),
            List.of(
                    PodClass.of(1, 1),
                    new PodClass(new long[] {1}, 1, new long[] {0b110}, 1, 0),
                    PodClass.of(1, 1),
                    PodClass.of(1, 1)),
            List.of(),
            PackingGroup.composite(
                    1,
                    PackingGroup.composite(2, PackingGroup.leaf(1, 0), PackingGroup.leaf(0, 1))
                            .inOneDomain(0, 0, -1),
                    PackingGroup.leaf(-1, 2)));

    private static final NumberedGroups GROUPS = new NumberedGroups(PACKING);

    @Test
    void groupsAreNumberedBeforeWhatIsInside() {
        assertThat(GROUPS.count()).isEqualTo(5);
        assertThat(GROUPS.children(0)).containsExactly(1, 4);
        assertThat(GROUPS.children(1)).containsExactly(2, 3);
        assertThat(GROUPS.classes(0).toString()).isEqualTo("{0, 1, 2}");
        assertThat(GROUPS.classes(1).toString()).isEqualTo("{0, 1}");
        assertThat(GROUPS.group(4).classes()).containsExactly(2);
    }

    @Test
    void aClassMayUseNodesOfItsOwnThatLieInTheDomainsOfAllItsGroups() {
        assertThat(GROUPS.mayUse(0, PACKING, 0)).isTrue();
        assertThat(GROUPS.mayUse(0, PACKING, 2)).isFalse();
        assertThat(GROUPS.mayUse(1, PACKING, 0)).isFalse();
        assertThat(GROUPS.mayUse(1, PACKING, 1)).isTrue();
        assertThat(GROUPS.mayUse(2, PACKING, 2)).isTrue();
        assertThat(GROUPS.mayUse(3, PACKING, 0)).isFalse();
    }

    @Test
    void aGroupIsMetByNothingIfEnoughInsideAre() {
        assertThat(GROUPS.isMetByNothing(2)).isFalse();
        assertThat(GROUPS.isMetByNothing(3)).isTrue();
        assertThat(GROUPS.isMetByNothing(1)).isFalse();
        assertThat(GROUPS.isMetByNothing(4)).isTrue();
        assertThat(GROUPS.isMetByNothing(0)).isTrue();
    }

    @Test
    void whatIsKnownSpreadsUpIfPlacedAndDownIfEmpty() {
        GroupState[] start = GROUPS.start();
        assertThat(start).containsExactly(PLACED, OPEN, OPEN, OPEN, OPEN);
        assertThat(GROUPS.with(start, 2, PLACED)).containsExactly(PLACED, PLACED, PLACED, OPEN, OPEN);
        assertThat(GROUPS.with(start, 1, EMPTY)).containsExactly(PLACED, EMPTY, EMPTY, EMPTY, OPEN);
        assertThat(GROUPS.with(GROUPS.with(start, 2, PLACED), 1, EMPTY))
                .containsExactly(PLACED, EMPTY, EMPTY, EMPTY, OPEN);
        assertThat(start).containsExactly(PLACED, OPEN, OPEN, OPEN, OPEN);
        GROUPS.empty(start, 1);
        assertThat(start).containsExactly(PLACED, EMPTY, EMPTY, EMPTY, OPEN);
    }

    @Test
    void classesOfAStateAreThoseInNoEmptyGroup() {
        GroupState[] state = GROUPS.start();
        assertThat(GROUPS.classesOf(state)).containsExactly(0, 1, 2);
        assertThat(GROUPS.classesOf(GROUPS.with(state, 3, EMPTY))).containsExactly(0, 2);
        assertThat(GROUPS.classesOf(GROUPS.with(state, 1, EMPTY))).containsExactly(2);
    }
}
