package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.DeviceSelector;
import io.github.workload4j.api.device.DeviceTaint;
import io.github.workload4j.api.device.DeviceToleration;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.DevicesAsked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceConditionTest {

    private static final ResourceClaimSpec SPEC = new ResourceClaimSpec(
            List.of(new DeviceRequest(
                    "r",
                    new DeviceAsk(
                            "",
                            "gpu",
                            List.of(new DeviceSelector("true")),
                            "",
                            2,
                            false,
                            List.of(),
                            Map.of(),
                            List.of()),
                    List.of())),
            List.of(
                    new DeviceConstraint(List.of(), "gpu.example.com/numa", null),
                    new DeviceConstraint(List.of("r"), null, "gpu.example.com/board")),
            List.of());

    private static final DevicesAsked ASKED =
            new DevicesAsked(List.of(SPEC), List.of(new DeviceTaint("a:b", "", "NoSchedule", null)), List.of());

    @ParameterizedTest
    @CsvSource({"TAINT,a:b:NoSchedule", "MATCH,gpu.example.com/numa", "DISTINCT,gpu.example.com/board", "SELECTOR,true"
    })
    void whatIsAskedIsNamedOnceAndCanBeDropped(DeviceCondition kind, String named) {
        assertThat(kind.of(ASKED)).containsExactly(named);
        ResourceClaimSpec dropped = kind.dropFrom(SPEC, named);
        assertThat(dropped).isNotEqualTo(SPEC);
        DevicesAsked rest = new DevicesAsked(List.of(dropped), List.of(), List.of());
        assertThat(kind.of(rest)).isEmpty();
        assertThat(dropped.requests().get(0).asks().get(0).devices()).isEqualTo(2);
    }

    @Test
    void aTaintIsToleratedWhateverItsValue() {
        ResourceClaimSpec dropped = DeviceCondition.TAINT.dropFrom(SPEC, "a:b:NoSchedule");
        assertThat(dropped.requests().get(0).asks().get(0).tolerations())
                .containsExactly(new DeviceToleration("a:b", "Exists", "", "NoSchedule", null));
    }

    @Test
    void whatIsNotThereIsNotDropped() {
        assertThat(DeviceCondition.MATCH.dropFrom(SPEC, "gpu.example.com/board"))
                .isEqualTo(SPEC);
        assertThat(DeviceCondition.SELECTOR.dropFrom(SPEC, "false")).isEqualTo(SPEC);
    }
}
