package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class PodSchedulingGroupTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new PodSchedulingGroup("workers"), "podGroupName");
    }
}
