package io.github.workload4j.gang.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known without an evaluator: two conditions, and that nothing is known of the others. */
class DeviceSelectorsTest {

    private static final DeviceFacts GPU = new DeviceFacts("gpu.example.com", false, Map.of(), Map.of());

    private static Selection ask(String expression) {
        return DeviceSelectors.installed().matches(expression, GPU);
    }

    @Test
    void theDriverIsCompared() {
        assertThat(ask("device.driver == \"gpu.example.com\"")).isEqualTo(Selection.SELECTED);
        assertThat(ask(" device.driver=='gpu.example.com' ")).isEqualTo(Selection.SELECTED);
        assertThat(ask("device.driver == \"nic.example.com\"")).isEqualTo(Selection.NOT_SELECTED);
    }

    @Test
    void trueIsTrue() {
        assertThat(ask("true")).isEqualTo(Selection.of(true));
    }

    @Test
    void otherConditionsAreUnknownWithoutAnEvaluator() {
        for (String expression :
                new String[] {"device.driver == \"a\\n\"", "device.driver == 'a' || true", "false", ""}) {
            assertThat(ask(expression).outcome()).as(expression).isEqualTo(Selection.Outcome.UNKNOWN);
        }
    }
}
