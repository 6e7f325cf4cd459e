package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerStatusTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new ContainerStatus(
                        "main",
                        Map.of("cpu", Quantity.of(1)),
                        new ResourceRequirements(Map.of("cpu", Quantity.of(1)), Map.of("cpu", Quantity.of(2)))),
                "resources");
    }
}
