package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class ContainerPortTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new ContainerPort("http", 80, 8080, "10.0.0.1", "TCP"));
    }
}
