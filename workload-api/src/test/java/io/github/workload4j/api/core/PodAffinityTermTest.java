package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodAffinityTermTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new PodAffinityTerm(
                        new LabelSelector(
                                Map.of("app", "a"), List.of(new LabelSelectorRequirement("tier", "In", List.of("x")))),
                        List.of("ns"),
                        LabelSelector.EVERYTHING,
                        "zone",
                        List.of("a"),
                        List.of("b")),
                "labelSelector",
                "namespaceSelector");
    }
}
