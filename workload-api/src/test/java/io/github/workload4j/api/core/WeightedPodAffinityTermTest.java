package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedPodAffinityTermTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new WeightedPodAffinityTerm(
                10, new PodAffinityTerm(null, List.of(), null, "zone", List.of(), List.of())));
    }
}
