package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class PodGroupResourceClaimStatusTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new PodGroupResourceClaimStatus("gpu", "claim"), "resourceClaimName");
    }
}
