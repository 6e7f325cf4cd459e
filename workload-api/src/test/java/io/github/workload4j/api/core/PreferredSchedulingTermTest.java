package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreferredSchedulingTermTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new PreferredSchedulingTerm(5, new NodeSelectorTerm(List.of(), List.of())));
    }
}
