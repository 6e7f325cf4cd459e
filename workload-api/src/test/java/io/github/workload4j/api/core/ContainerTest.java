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
                "Always",
                List.of("RestartAllContainers"),
                List.of("noexec"),
                "OCI"));
    }

    @Test
    void othersResourcesOrPortsLeaveTheRest() {
        ResourceRequirements asked = new ResourceRequirements(Map.of("cpu", Quantity.of(1)), Map.of());
        Container container =
                new Container("c", "i", asked, List.of(), "", List.of("Restart"), List.of("noexec"), "OCI");
        assertThat(container.withResources(ResourceRequirements.NONE).withResources(asked))
                .isEqualTo(container);
        ContainerPort port = new ContainerPort("http", 80, 0, "", "TCP");
        assertThat(container.withPorts(List.of(port)).ports()).containsExactly(port);
        assertThat(container.withPorts(List.of(port)).withPorts(List.of())).isEqualTo(container);
    }

    @Test
    void ofRequestsHasNothingElse() {
        Container container = Container.of("main", Map.of("cpu", Quantity.of(1)));
        assertThat(container.resources().requests()).containsExactly(Map.entry("cpu", Quantity.of(1)));
        assertThat(container.resources().limits()).isEmpty();
        assertThat(container.ports()).isEmpty();
    }
}
