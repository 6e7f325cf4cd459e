package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeStatusTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new NodeStatus(
                Map.of("cpu", Quantity.of(4)), Map.of("cpu", Quantity.of(3)), List.of("GuaranteedQoS"), "v1.37.2"));
    }
}
