package io.github.workload4j.gang.podclass;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtrasTest {

    private static final Extras.Column DEVICES =
            new Extras.Column("devices of class gpu", new long[] {8, 0}, new long[] {8, Extras.WITHOUT_LIMIT});

    @Test
    void columnsComeAfterTheResourcesAndBeforeThePodSlots() {
        PackingNodes resources = PackingNodes.of(2, new long[] {4000, 4000}, new long[] {110, 110});
        Extras extras = new Extras(List.of(DEVICES), Set.of(), List.of(), List.of());
        PackingNodes nodes = extras.free(resources, 100);
        assertThat(nodes.resources()).isEqualTo(3);
        assertThat(nodes.free(0, 0)).isEqualTo(4000);
        assertThat(nodes.free(1, 0)).isEqualTo(8);
        assertThat(nodes.free(2, 1)).isEqualTo(110);
    }

    @Test
    void withoutLimitIsMoreThanAllPodsAsk() {
        PackingNodes resources = PackingNodes.of(2, new long[] {110, 110});
        long much = new Extras(List.of(DEVICES), Set.of(), List.of(), List.of())
                .free(resources, 1_000_000)
                .free(0, 1);
        assertThat(much).isGreaterThan(8 * 1_000_000L).isLessThan(Long.MAX_VALUE / 64);
    }

    @Test
    void nothingCostsNothing() {
        PackingNodes resources = PackingNodes.of(1, new long[] {110});
        assertThat(Extras.NONE.free(resources, 1)).isSameAs(resources);
        Extras some = new Extras(List.of(DEVICES), Set.of(), List.of(), List.of());
        assertThat(Extras.NONE.and(some)).isSameAs(some);
        assertThat(some.and(Extras.NONE)).isSameAs(some);
    }

    @Test
    void bothSaysWhatEitherSays() {
        Extras a = new Extras(List.of(DEVICES), Set.of("a"), Arrays.asList(new long[] {0b01}, null), List.of());
        Extras b = new Extras(List.of(), Set.of("b"), Arrays.asList(new long[] {0b11}), List.of(Conflict.onNode(0, 1)));
        Extras both = a.and(b);
        assertThat(both.columns()).containsExactly(DEVICES);
        assertThat(both.replaced()).containsExactlyInAnyOrder("a", "b");
        assertThat(both.openTo(0)).containsExactly(0b01);
        assertThat(both.openTo(1)).isNull();
        assertThat(both.conflicts()).hasSize(1);
        long[] eligible = {0b11};
        both.strike(0, eligible);
        assertThat(eligible).containsExactly(0b01);
    }
}
