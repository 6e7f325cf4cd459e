package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.proof.ClaimedDevices.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimedDevicesTest {

    @Test
    void columnsMoveBehindThoseOfResources() {
        ClaimedDevices claimed =
                new ClaimedDevices(List.of("gpu"), List.of(), List.of(), List.of(new Column(0, List.of(0))), List.of());
        assertThat(claimed.after(2).columns()).containsExactly(new Column(2, List.of(0)));
        assertThat(claimed).hasToString("ClaimedDevices[1 asks, 0 kinds of nodes, 1 columns, 0 misfits]");
    }
}
