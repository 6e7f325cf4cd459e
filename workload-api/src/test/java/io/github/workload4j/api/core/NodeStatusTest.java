package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeStatusTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new NodeStatus(Map.of("cpu", Quantity.of(4)), Map.of("cpu", Quantity.of(3))));
    }
}
