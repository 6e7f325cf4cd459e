package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PodClassTest {

    @Test
    void aNodeIsAllowedByItsBit() {
        PodClass podClass = new PodClass(new long[] {1}, 1, new long[] {0b10, 0b1}, 1, 0);
        assertThat(podClass.mayUse(0)).isFalse();
        assertThat(podClass.mayUse(1)).isTrue();
        assertThat(podClass.mayUse(64)).isTrue();
        assertThat(PodClass.of(1, 1).mayUse(1_000)).isTrue();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> PodClass.of(1, -1)).hasMessage("request: -1 (expected: 0 or more)");
        assertThatThrownBy(() -> PodClass.of(0, 1)).hasMessage("count: 0 (expected: 1 or more)");
        assertThatThrownBy(() -> new PodClass(new long[0], 1, null, 0, 0))
                .hasMessage("maxPerNode: 0 (expected: 1 or more)");
        assertThatThrownBy(() -> new PodClass(new long[0], 1, null, 1, 2)).hasMessage("min: 2 (expected: 0 to 1)");
    }
}
