package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AffinityTest {

    private static final PodAffinityTerm TERM =
            new PodAffinityTerm(null, List.of(), null, "zone", List.of(), List.of());

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new Affinity(
                        new NodeSelector(List.of(new NodeSelectorTerm(
                                List.of(new NodeSelectorRequirement("zone", "In", List.of("a"))), List.of()))),
                        List.of(TERM),
                        List.of(TERM)),
                "requiredNodeAffinity");
    }
}
