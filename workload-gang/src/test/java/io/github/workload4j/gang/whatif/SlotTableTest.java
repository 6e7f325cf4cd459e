package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotTableTest {

    private static ClusterSnapshot racks() {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        for (int n = 0; n < 4; n++) {
            String rack = n < 3 ? "r0" : "r1";
            builder.node(
                    "n" + n,
                    Map.of("rack", rack, "kubernetes.io/hostname", "n" + n, "region", "eu"),
                    Map.of("cpu", "4", "pods", "10"));
        }
        builder.running("shop", "web", "n0", Map.of("cpu", "2"));
        return builder.build();
    }

    @Test
    void slotsAreCountedNodeByNode() {
        SlotTable table = SlotTable.of(TightGang.nine(), 0, List.of());
        assertThat(table.exact()).isTrue();
        assertThat(table.cluster()).isEqualTo(new SlotTable.Slots(null, 3, 3, 6, 2));
    }

    @Test
    void domainsComeWithMostSlotsFirst() {
        GroupQuestion three = TightGang.of(3, 4_000, List.of(3_000L, 3_000L), false);
        SlotTable table = SlotTable.of(three, 0, List.of("host"));
        assertThat(table.levels())
                .singleElement()
                .satisfies(level -> assertThat(level.domains())
                        .extracting(SlotTable.Slots::domain)
                        .containsExactly("n0", "n1", "n2"));
    }

    @Test
    void onlyLabelsThatTellGroupsOfNodesApartAreTopologyKeys() {
        assertThat(SlotTable.topologyKeys(racks())).containsExactly("rack");
    }
}
