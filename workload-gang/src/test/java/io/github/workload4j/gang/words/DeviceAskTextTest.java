package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceAskTextTest {

    private static DeviceAsk ask(String deviceClass, String mode, long count) {
        return new DeviceAsk("a", deviceClass, List.of(), mode, count, false, List.of(), Map.of(), List.of());
    }

    @Test
    void requestsSayHowManyOfWhichClass() {
        DeviceRequest one = new DeviceRequest("r", ask("gpu", "", 1), List.of());
        DeviceRequest choices = new DeviceRequest("s", null, List.of(ask("gpu", "", 4), ask("half", "All", 0)));
        ResourceClaimSpec claim = new ResourceClaimSpec(
                List.of(one, choices), List.of(new DeviceConstraint(List.of(), "numa", null)), List.of());
        assertThat(DeviceAskText.of(List.of(claim)))
                .containsExactly(
                        "1 device of class gpu that agree in numa",
                        "4 devices of class gpu or all devices of class half that agree in numa");
    }
}
