package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackingGroupTest {

    private static PackingGroup nested(int levels) {
        PackingGroup group = PackingGroup.leaf(1, 0);
        for (int i = 1; i < levels; i++) {
            group = PackingGroup.composite(1, group);
        }
        return group;
    }

    @Test
    void aTreeOfTheMostLevelsIsAValueLikeAnyOther() {
        PackingGroup deep = nested(PackingGroup.LEVELS);
        assertThat(deep).isEqualTo(nested(PackingGroup.LEVELS)).hasSameHashCodeAs(nested(PackingGroup.LEVELS));
        assertThat(deep.toString()).contains("classes=[0]");
        Packing packing = new Packing(PackingNodes.of(1, new long[] {1}), List.of(PodClass.of(1, 1)), List.of(), deep);
        assertThat(packing.pods()).isEqualTo(1);
    }

    @Test
    void oneLevelMoreIsRefused() {
        assertThatThrownBy(() -> nested(PackingGroup.LEVELS + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("children: 500 levels of groups (expected: 499 at most)");
    }

    @Test
    void aGroupThatIsInsideManyTimesIsCountedOnceALevel() {
        PackingGroup group = PackingGroup.leaf(0);
        for (int i = 0; i < 60; i++) {
            group = PackingGroup.composite(1, group, group);
        }
        assertThat(group.children()).hasSize(2);
    }

    @Test
    void classesAndGroupsInsideExcludeEachOther() {
        assertThatThrownBy(() -> new PackingGroup(1, List.of(0), List.of(PackingGroup.leaf(1, 1)), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a group has classes or children, not both");
    }
}
