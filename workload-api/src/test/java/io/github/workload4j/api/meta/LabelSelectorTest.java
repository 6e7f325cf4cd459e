package io.github.workload4j.api.meta;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelSelectorTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new LabelSelector(
                Map.of("app", "a"), List.of(new LabelSelectorRequirement("tier", "In", List.of("x")))));
    }

    @Test
    void matchesIfEveryRequirementDoes() {
        LabelSelector selector = new LabelSelector(
                Map.of("app", "a"), List.of(new LabelSelectorRequirement("tier", "In", List.of("x"))));
        assertThat(selector.matches(Map.of("app", "a", "tier", "x"))).isTrue();
        assertThat(selector.matches(Map.of("app", "a"))).isFalse();
        assertThat(selector.matches(Map.of("app", "b", "tier", "x"))).isFalse();
        assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
    }
}
