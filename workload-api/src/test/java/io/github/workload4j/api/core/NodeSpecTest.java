package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeSpecTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new NodeSpec(true, List.of(new Taint("gpu", "", "NoSchedule"))));
    }
}
