package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class VolumeTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Volume("data", "claim"));
    }
}
