package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class WorkloadRefTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new WorkloadRef("mesh", "ranks", "0"));
    }
}
