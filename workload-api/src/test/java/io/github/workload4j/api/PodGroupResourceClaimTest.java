package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class PodGroupResourceClaimTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new PodGroupResourceClaim("gpu", ClaimSource.of("claim", null)));
    }
}
