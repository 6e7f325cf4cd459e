package io.github.workload4j.api.meta;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelSelectorRequirementTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new LabelSelectorRequirement("tier", "In", List.of("x")));
    }

    private static boolean matches(String operator, Map<String, String> labels, String... values) {
        return new LabelSelectorRequirement("tier", operator, List.of(values)).matches(labels);
    }

    @Test
    void comparesByItsOperator() {
        Map<String, String> x = Map.of("tier", "x");
        assertThat(matches("In", x, "x", "y")).isTrue();
        assertThat(matches("In", Map.of(), "x")).isFalse();
        assertThat(matches("NotIn", x, "x")).isFalse();
        assertThat(matches("NotIn", Map.of(), "x")).isTrue();
        assertThat(matches("Exists", x)).isTrue();
        assertThat(matches("Exists", Map.of())).isFalse();
        assertThat(matches("DoesNotExist", Map.of())).isTrue();
        assertThat(matches("DoesNotExist", x)).isFalse();
    }
}
