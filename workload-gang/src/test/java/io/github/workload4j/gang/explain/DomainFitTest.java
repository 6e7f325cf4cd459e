package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainFitTest {

    private static DomainFit fit(int fits, int needed) {
        return new DomainFit("r1", fits, true, needed, 4, 2, 1, 1, false, null);
    }

    @Test
    void whatIsMissingIsTheDifference() {
        assertThat(fit(3, 5).missing()).isEqualTo(2);
    }

    @Test
    void nothingIsMissingWhereMoreFitThanAreNeeded() {
        assertThat(fit(7, 5).missing()).isZero();
    }
}
