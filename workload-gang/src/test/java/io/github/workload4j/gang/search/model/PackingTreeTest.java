package io.github.workload4j.gang.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackingTreeTest {

    /** Root 0 needs one of its groups: 1 with leaves 2 and 3, both needed, and leaf 4. */
    private final PackingTree tree = new PackingTree(Questions.of(
            new long[] {9},
            List.of(),
            PackingGroup.composite(
                    1,
                    PackingGroup.composite(2, PackingGroup.leaf(1, 0), PackingGroup.leaf(2, 1)),
                    PackingGroup.leaf(1, 2)),
            PodClass.of(2, 1),
            PodClass.of(2, 1),
            PodClass.of(2, 1)));

    @Test
    void groupsComeBeforeTheirSubtrees() {
        assertThat(tree.parent).containsExactly(-1, 0, 1, 1, 0);
        assertThat(tree.end).containsExactly(5, 4, 3, 4, 5);
        assertThat(tree.leafOf).containsExactly(2, 3, 4);
        assertThat(tree.children[0]).containsExactly(1, 4);
    }

    @Test
    void aPlacedGroupPlacesTheGroupsAroundItAndAnEmptyOneEmptiesThoseInside() {
        assertThat(tree.with(tree.start(), 3, PackingTree.PLACED))
                .containsExactly(
                        PackingTree.PLACED, PackingTree.PLACED, PackingTree.OPEN, PackingTree.PLACED, PackingTree.OPEN);
        assertThat(tree.with(tree.start(), 1, PackingTree.EMPTY))
                .containsExactly(
                        PackingTree.PLACED, PackingTree.EMPTY, PackingTree.EMPTY, PackingTree.EMPTY, PackingTree.OPEN);
    }

    @Test
    void everyGroupWithPodsHasToMeetItsMinimum() {
        int[] min = {0, 0, 0};
        assertThat(tree.succeeds(new int[] {0, 0, 1}, min)).isTrue();
        assertThat(tree.succeeds(new int[] {1, 2, 0}, min)).isTrue();
        assertThat(tree.succeeds(new int[] {1, 1, 1}, min)).isFalse();
        assertThat(tree.succeeds(new int[] {0, 0, 0}, min)).isFalse();
        assertThat(tree.succeeds(new int[] {0, 0, 1}, new int[] {0, 0, 2})).isFalse();
    }
}
