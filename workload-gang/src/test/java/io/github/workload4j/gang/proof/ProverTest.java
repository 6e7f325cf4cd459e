package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No false claim has a proof that the checker accepts. A part; {@code OracleLongRun} has the rest. */
class ProverTest {

    @Test
    void noFalseClaimIsProvedByOneDistinctionOfCases() {
        Prover prover = new Prover(1);
        FalseClaims.tight(0, 40).noneIsProvedBy(prover);
        FalseClaims.mixed(0, 7).noneIsProvedBy(prover);
        FalseClaims.rows(0, 6).noneIsProvedBy(prover);
        assertThat(prover.asked()).isGreaterThan(20_000);
    }

    @Test
    void noFalseClaimIsProvedByTwoDistinctionsOfCases() {
        Prover prover = new Prover(2);
        FalseClaims.tight(0, 10).noneIsProvedBy(prover);
        assertThat(prover.asked()).isGreaterThan(20_000);
    }
}
