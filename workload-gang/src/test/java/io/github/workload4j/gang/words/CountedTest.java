package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void onlyOneIsSingular() {
        assertThat(List.of(Counted.of(0, "pod"), Counted.of(1, "pod"), Counted.of(2, "pod")))
                .containsExactly("0 pods", "1 pod", "2 pods");
    }

    @Test
    void digitsAreGroupedFromTenThousandOn() {
        assertThat(List.of(Counted.of(9999), Counted.of(10_000), Counted.of(1_234_567)))
                .containsExactly("9999", "10,000", "1,234,567");
    }

    @Test
    void theLastOfSeveralNamesStandsAfterAnAnd() {
        assertThat(List.of(
                        Counted.all(List.of()),
                        Counted.all(List.of("a")),
                        Counted.all(List.of("a", "b")),
                        Counted.all(List.of("a", "b", "c"))))
                .containsExactly("", "a", "a and b", "a, b and c");
    }
}
