package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeSelectorTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new NodeSelector(List.of(
                new NodeSelectorTerm(List.of(new NodeSelectorRequirement("zone", "In", List.of("a"))), List.of()))));
    }
}
