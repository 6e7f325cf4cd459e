package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AffinityTest {

    private static final PodAffinityTerm TERM =
            new PodAffinityTerm(null, List.of(), null, "zone", List.of(), List.of());
    private static final NodeSelectorTerm IN_ZONE_A =
            new NodeSelectorTerm(List.of(new NodeSelectorRequirement("zone", "In", List.of("a"))), List.of());
    private static final WeightedPodAffinityTerm WISH = new WeightedPodAffinityTerm(10, TERM);

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new Affinity(
                        new NodeSelector(List.of(IN_ZONE_A)),
                        List.of(TERM),
                        List.of(TERM),
                        List.of(new PreferredSchedulingTerm(5, IN_ZONE_A)),
                        List.of(WISH),
                        List.of(WISH)),
                "requiredNodeAffinity");
    }

    @Test
    void rulesAloneHaveNoWishes() {
        Affinity rules = new Affinity(null, List.of(TERM), List.of());
        assertThat(rules.preferredNodeAffinity()).isEmpty();
        assertThat(rules.preferredPodAffinity()).isEmpty();
        assertThat(rules.preferredPodAntiAffinity()).isEmpty();
    }
}
