package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SharedLimitTest {

    @Test
    void concernsTheNodesOfItsBitsAndNoOthers() {
        SharedLimit limit = new SharedLimit(new long[] {1}, new long[] {0b101}, 2);
        assertThat(limit.concerns(0)).isTrue();
        assertThat(limit.concerns(1)).isFalse();
        assertThat(limit.concerns(64)).isFalse();
        assertThat(limit).hasToString("SharedLimit[amounts=[1], 2 nodes, atMost=2]");
    }

    @Test
    void negativeAmountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedLimit(new long[] {-1}, new long[1], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedLimit(new long[] {1}, new long[1], -1));
    }

    @Test
    void equalByContent() {
        assertThat(new SharedLimit(new long[] {1}, new long[] {1}, 2))
                .isEqualTo(new SharedLimit(new long[] {1}, new long[] {1}, 2))
                .hasSameHashCodeAs(new SharedLimit(new long[] {1}, new long[] {1}, 2))
                .isNotEqualTo(new SharedLimit(new long[] {1}, new long[] {1}, 3));
    }
}
