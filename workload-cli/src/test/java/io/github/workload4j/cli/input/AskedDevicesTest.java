package io.github.workload4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedDevicesTest {

    private static ResourceClaimSpec spec(String... texts) {
        return AskedDevices.template(ObjectMeta.of("d", "t"), List.of(texts)).spec();
    }

    @Test
    void eachTextIsARequestOfTheClaim() {
        ResourceClaimSpec spec = spec("class=gpu,count=2,match=gpu.example.com/numa", "class=net");
        assertThat(spec.requests())
                .extracting(each -> each.name() + " " + each.asks().get(0).deviceClassName() + " "
                        + each.asks().get(0).devices())
                .containsExactly("devices-0 gpu 2", "devices-1 net 1");
        assertThat(spec.constraints())
                .containsExactly(new DeviceConstraint(List.of("devices-0"), "gpu.example.com/numa", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "count=2", "class=", "class=gpu,count=0", "class=gpu,count=33", "class=gpu,x=1"})
    void anythingElseIsRefusedWithTheForm(String text) {
        assertThatThrownBy(() -> spec(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`" + text + "`")
                .hasMessageContaining(AskedDevices.FORM);
    }
}
