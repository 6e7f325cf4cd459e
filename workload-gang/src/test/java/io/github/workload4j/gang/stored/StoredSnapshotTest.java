package io.github.workload4j.gang.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredSnapshotTest {

    @Test
    void itCopiesWhatIsBesideAndSaysHowLargeItIs() {
        List<ApiObject> others = new ArrayList<>(List.of(new Namespace(ObjectMeta.of("ml"))));
        StoredSnapshot stored =
                new StoredSnapshot(Instant.parse("2026-11-30T12:00:00Z"), ClusterSnapshot.of(List.of()), others);
        others.clear();
        assertThat(stored.others()).hasSize(1);
        assertThat(stored)
                .hasToString("StoredSnapshot[2026-11-30T12:00:00Z, ClusterSnapshot[0 nodes, 0 pods], 1 others]");
    }
}
