package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodShapeTest {

    private static PodShape shape(long pods) {
        Container container = Container.of("c", Map.of("cpu", Quantity.parse("2"), "memory", Quantity.parse("0")));
        PodSpec spec = PodSpec.builder().containers(container, container).build();
        return new PodShape(
                "worker",
                pods,
                new Pod(ObjectMeta.EMPTY, spec, PodStatus.EMPTY),
                null,
                Map.of(),
                null,
                null,
                List.of());
    }

    @Test
    void aPodTakesWhatItsContainersAskTogether() {
        assertThat(shape(3).requests()).containsExactly(Map.entry("cpu", Quantity.parse("4")));
    }

    @Test
    void aNumberOfPodsIsNotNegative() {
        assertThat(shape(0).pods()).isZero();
        assertThatThrownBy(() -> shape(-1)).hasMessage("pods: -1 (expected: 0 or more)");
    }
}
