package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Container(
                "main",
                "image:1",
                new ResourceRequirements(Map.of("cpu", Quantity.of(1)), Map.of("cpu", Quantity.of(2))),
                List.of(new ContainerPort("http", 80, 0, "", "TCP")),
                "Always"));
    }

    @Test
    void ofRequestsHasNothingElse() {
        Container container = Container.of("main", Map.of("cpu", Quantity.of(1)));
        assertThat(container.resources().requests()).containsExactly(Map.entry("cpu", Quantity.of(1)));
        assertThat(container.resources().limits()).isEmpty();
        assertThat(container.ports()).isEmpty();
    }
}
