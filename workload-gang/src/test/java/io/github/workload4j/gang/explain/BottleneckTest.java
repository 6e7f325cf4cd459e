package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BottleneckTest {

    @Test
    void shortfallIsWhatTheSumLacks() {
        assertThat(new Bottleneck.Resource("cpu", 4, 12, 9, 3, 3, 0).shortfall())
                .isEqualTo(3);
    }

    @Test
    void enoughInPiecesTooSmallIsNoShortfall() {
        assertThat(new Bottleneck.Resource("cpu", 4, 8, 9, 3, 3, 0).shortfall()).isZero();
    }

    @Test
    void fullDomainMissesNothing() {
        assertThat(new DomainFit("a", 3, true, 2, 1, 1, 0, 0, true, null).missing())
                .isZero();
        assertThat(new DomainFit("a", 1, true, 2, 1, 1, 0, 0, true, null).missing())
                .isEqualTo(1);
    }
}
