package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * No false claim has a proof that the checker accepts. A part; {@code OracleLongRun} has the rest, and {@code
 * -Dworkload.prover.claims} makes it more or less.
 */
class ProverTest {

    private static final int CLAIMS = Integer.getInteger("workload.prover.claims", 40);

    @Test
    void noFalseClaimIsProvedByOneDistinctionOfCases() {
        Prover prover = new Prover(1);
        FalseClaims.tight(0, CLAIMS).noneIsProvedBy(prover);
        FalseClaims.mixed(0, (CLAIMS + 5) / 6).noneIsProvedBy(prover);
        FalseClaims.rows(0, (CLAIMS + 5) / 6).noneIsProvedBy(prover);
        assertThat(prover.asked()).isGreaterThan(500 * CLAIMS);
    }

    @Test
    void noFalseClaimIsProvedByTwoDistinctionsOfCases() {
        Prover prover = new Prover(2);
        FalseClaims.tight(0, CLAIMS / 4).noneIsProvedBy(prover);
        assertThat(prover.asked()).isGreaterThan(500 * CLAIMS);
    }
}
