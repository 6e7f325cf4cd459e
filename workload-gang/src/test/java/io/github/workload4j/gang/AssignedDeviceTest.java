package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Quantity;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignedDeviceTest {

    @Test
    void whatIsConsumedIsCopied() {
        Map<String, Quantity> consumed = new HashMap<>(Map.of("memory", Quantity.parse("1Gi")));
        AssignedDevice device = new AssignedDevice("c", "r", "gpu.example.com", "n1", "gpu-0", false, consumed);
        consumed.clear();
        assertThat(device.consumed()).containsOnlyKeys("memory");
        assertThat(device).hasToString("c/r: gpu.example.com/n1/gpu-0");
    }
}
