package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologySpreadConstraintTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new TopologySpreadConstraint(
                        1,
                        "zone",
                        "DoNotSchedule",
                        new LabelSelector(
                                Map.of("app", "a"), List.of(new LabelSelectorRequirement("tier", "In", List.of("x")))),
                        2,
                        "Honor",
                        "Ignore",
                        List.of("app")),
                "labelSelector",
                "minDomains");
    }
}
