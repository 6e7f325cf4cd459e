package io.github.workload4j.gang.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PodAffinityTerm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindTest {

    private static Kind.Content content(String app, boolean terminating) {
        return new Kind.Content("d", Map.of("app", app), terminating, List.<PodAffinityTerm>of());
    }

    @Test
    void equalPodsAreOfOneKindAndOthersAreNot() {
        Map<Kind.Content, Kind> known = new HashMap<>();
        Kind one = content("a", false).in(known);
        assertThat(content("a", false).in(known)).isSameAs(one);
        assertThat(content("a", true).in(known)).isNotSameAs(one);
        assertThat(content("b", false).in(known)).isNotEqualTo(one);
        assertThat(one.labels()).containsExactly(Map.entry("app", "a"));
        assertThat(known).hasSize(3);
    }
}
