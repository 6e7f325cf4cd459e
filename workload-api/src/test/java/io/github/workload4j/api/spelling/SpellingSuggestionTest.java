package io.github.workload4j.api.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingSuggestionTest {

    private static final List<String> KNOWN = List.of("minCount", "policy", "name");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(SpellingSuggestion.to("MinCount", KNOWN)).contains("minCount");
        assertThat(SpellingSuggestion.to("minCuont", KNOWN)).contains("minCount");
        assertThat(SpellingSuggestion.to("polic", KNOWN)).contains("policy");
    }

    @Test
    void suggestsNothingForAWordThatIsLikeNone() {
        assertThat(SpellingSuggestion.to("replicas", KNOWN)).isEmpty();
    }
}
