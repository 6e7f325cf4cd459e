package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class PodResourceClaimTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new PodResourceClaim("gpu", "claim", "template"), "resourceClaimName", "resourceClaimTemplateName");
    }
}
