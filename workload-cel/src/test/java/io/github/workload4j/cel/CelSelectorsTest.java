package io.github.workload4j.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.DeviceAttribute;
import io.github.workload4j.api.device.DeviceCapacity;
import io.github.workload4j.gang.selector.DeviceFacts;
import io.github.workload4j.gang.selector.DeviceSelectors;
import io.github.workload4j.gang.selector.Selection;
import io.github.workload4j.gang.selector.Selection.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What selectors say about one device, as the evaluator of every release's API server does. */
class CelSelectorsTest {

    private static final DeviceFacts GPU = new DeviceFacts(
            "gpu.example.com",
            false,
            Map.of(
                    "size", attribute(null, "big", null),
                    "driver", attribute(null, null, "1.2.3"),
                    "other.example.com/numa", attribute(3L, null, null)),
            Map.of("memory", new DeviceCapacity(Quantity.parse("80Gi"), null)));

    private static DeviceAttribute attribute(Long number, String text, String version) {
        return new DeviceAttribute(number, null, text, version, List.of(), List.of(), List.of(), List.of());
    }

    private static Selection ask(String expression) {
        return DeviceSelectors.installed().matches(expression, GPU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device.attributes['gpu.example.com'].size == 'big'",
                "device.driver.startsWith('gpu') && !device.allowMultipleAllocations",
                "'gpu.example.com' in device.attributes",
                "!('nic.example.com' in device.attributes)",
                "!('speed' in device.attributes['nic.example.com'])",
                "has(device.attributes['gpu.example.com'].size)",
                "!has(device.attributes['gpu.example.com'].speed)",
                "device.attributes['gpu.example.com'].?speed.orValue(1) == 1",
                "device.attributes['other.example.com'].numa in [1, 2, 3]",
                "['big', 'huge'].exists(x, x == device.attributes['gpu.example.com'].size)",
                "device.capacity['gpu.example.com'].memory == quantity('81920Mi')",
                "device.capacity['gpu.example.com'].memory.compareTo(quantity('40Gi')) > 0",
                "device.capacity['gpu.example.com'].memory.isLessThan(quantity('1Ti'))",
                "quantity('1Gi').add(quantity('1Gi')).asInteger() == 2147483648 && sign(quantity('-1')) == -1",
                "isQuantity('1.5Gi') && !isQuantity('GB') && quantity('5').sub(2) == quantity('3')",
                "device.attributes['gpu.example.com'].driver.isGreaterThan(semver('1.2.0-rc.1'))",
                "semver('v1.2', true).major() == 1 && !isSemver('v1.2') && isSemver('1.2', true)",
                "semver('1.0.0-alpha').isLessThan(semver('1.0.0-alpha.1')) && semver('1.0.0+a') == semver('1.0.0+b')",
                "device.attributes['gpu.example.com'].fast || true",
                "cel.bind(d, device.attributes['gpu.example.com'], d.size == 'big')",
                "'abcb'.find('b.') == 'bc' && [1, 2, 1].lastIndexOf(1) == 2 && 'a'.lowerAscii() == 'a'"
            })
    void holds(String expression) {
        assertThat(ask(expression)).isEqualTo(Selection.SELECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device.attributes['gpu.example.com'].speed > 1",
                "device.attributes['nic.example.com'].speed > 1",
                "device.attributes['gpu.example.com'].size > 1",
                "device.attributes['gpu.example.com'].size"
            })
    void fails(String expression) {
        assertThat(ask(expression).outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void aKeyThatIsMissingIsNamed() {
        assertThat(ask("device.attributes['gpu.example.com'].speed > 1").text()).isEqualTo("no such key: speed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device.name == 'gpu-0'",
                "device['driver'] == 'gpu.example.com'",
                "1",
                "nothing",
                "url('http://a').getHost() == 'a'",
                "device.driver =="
            })
    void isRefusedOrNotKnown(String expression) {
        assertThat(ask(expression).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aTextOfMoreThanTenKibibytesIsRefused() {
        assertThat(ask("'" + "x".repeat(10_300) + "' == ''").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static String loops(int depth) {
        return "[0,1,2,3,4,5,6,7,8,9].all(x" + depth + ", " + (depth == 1 ? "true" : loops(depth - 1)) + ")";
    }

    private static String doubled(int times) {
        String text = "size(x0) > 0";
        for (int i = 0; i < times; i++) {
            text = "cel.bind(x" + i + ", x" + (i + 1) + " + x" + (i + 1) + ", " + text + ")";
        }
        return "cel.bind(x" + times + ", 'ab', " + text + ")";
    }

    private static String replaced(int times) {
        return "'a'" + ".replace('a', 'aaaaaaaaaa')".repeat(times) + " != ''";
    }

    @Test
    void whatTakesTooMuchIsUnknownAndEnds() {
        assertThat(ask(loops(3))).isEqualTo(Selection.SELECTED);
        assertThat(ask(loops(9)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ask(loops(9)).text()).contains("10000 rounds");
        assertThat(ask(doubled(10))).isEqualTo(Selection.SELECTED);
        assertThat(ask(doubled(11)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ask(doubled(200)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ask(replaced(1))).isEqualTo(Selection.SELECTED);
        assertThat(ask(replaced(2)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ask(replaced(100)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {".a", "+1", "[0]", " && true", " ? 1 : 1", ".size()"})
    void howeverLongItEnds(String part) {
        String most = "1" + part.repeat((10_000 - 10) / part.length());
        assertThat(ask(most + " == 1").outcome()).isNotEqualTo(Outcome.SELECTED);
        assertThat(ask("device.driver" + part.repeat(1_000) + " == 1").outcome()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "-", "!", "{1:", "size("})
    void howeverDeepItEnds(String part) {
        assertThat(ask(part.repeat(9_000 / part.length()) + "1").outcome()).isEqualTo(Outcome.UNKNOWN);
    }
}
