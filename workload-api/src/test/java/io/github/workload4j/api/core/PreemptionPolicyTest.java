package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class PreemptionPolicyTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(PreemptionPolicy.NEVER);
    }
}
