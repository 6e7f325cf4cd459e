package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvenSpreadTest {

    private static EvenSpread spread(List<Integer> classes, List<Integer> maxSkews) {
        return new EvenSpread(classes, maxSkews, new int[] {0, -1, 1}, new int[] {0, 2});
    }

    @Test
    void limitsAreTheDifferentSkewsThatLimitAnything() {
        EvenSpread some = spread(List.of(0, 2, 3, 5), List.of(3, Integer.MAX_VALUE, 1, 3));
        assertThat(some.limits()).containsExactly(1, 3);
        assertThat(some.upTo(1)).containsExactly(3);
        assertThat(some.upTo(3)).containsExactly(0, 3, 5);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> spread(List.of(1, 1), List.of(1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> spread(List.of(1), List.of(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> spread(List.of(1), List.of(1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvenSpread(List.of(), List.of(), new int[] {2}, new int[] {0, 0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvenSpread(List.of(), List.of(), new int[] {0}, new int[] {-1}));
    }

    @Test
    void equalByContent() {
        assertThat(spread(List.of(1), List.of(2)))
                .isEqualTo(spread(List.of(1), List.of(2)))
                .hasSameHashCodeAs(spread(List.of(1), List.of(2)))
                .isNotEqualTo(spread(List.of(1), List.of(3)));
    }
}
