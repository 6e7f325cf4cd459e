package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class TaintTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Taint("gpu", "yes", "NoSchedule"));
    }
}
