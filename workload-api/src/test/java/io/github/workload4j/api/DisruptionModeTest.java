package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisruptionModeTest {

    @Test
    void aWordOfV1Alpha2IsAMode() {
        assertThat(DisruptionMode.parse("Pod")).isEqualTo(DisruptionMode.SINGLE);
        assertThat(DisruptionMode.parse("PodGroup")).isEqualTo(DisruptionMode.ALL);
        assertThat(DisruptionMode.parse("pod")).isEqualTo(new DisruptionMode.Unknown("pod"));
    }

    @Test
    void membersOfLaterVersionsAreAMode() {
        assertThat(DisruptionMode.of(true, false)).isEqualTo(DisruptionMode.SINGLE);
        assertThat(DisruptionMode.of(false, true)).isEqualTo(DisruptionMode.ALL);
        assertThat(DisruptionMode.of(false, false)).isEqualTo(new DisruptionMode.None());
        assertThat(DisruptionMode.of(true, true)).isEqualTo(new DisruptionMode.Both());
    }

    @Test
    void tellsItsMembers() {
        for (boolean single : new boolean[] {false, true}) {
            for (boolean all : new boolean[] {false, true}) {
                DisruptionMode mode = DisruptionMode.of(single, all);
                assertThat(mode.isSingle()).isEqualTo(single);
                assertThat(mode.isAll()).isEqualTo(all);
            }
        }
    }

    @Test
    void anUnknownWordIsAValueWithoutMembers() {
        requireValue(new DisruptionMode.Unknown("pod"));
        assertThat(new DisruptionMode.Unknown("pod").isSingle()).isFalse();
        assertThat(new DisruptionMode.Unknown("pod").isAll()).isFalse();
    }
}
