package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodDisruptionBudgetTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new PodDisruptionBudget(
                ObjectMeta.of("ns", "name"),
                new PodDisruptionBudget.Spec(null),
                new PodDisruptionBudget.Status(0, Map.of())));
    }

    @Test
    void itsPartsAreValues() {
        requireValue(new PodDisruptionBudget.Spec(LabelSelector.EVERYTHING), "selector");
        requireValue(new PodDisruptionBudget.Status(1, Map.of("pod", "2026-01-01T00:00:00Z")));
    }
}
