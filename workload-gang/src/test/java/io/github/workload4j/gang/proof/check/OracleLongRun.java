package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * {@link ProverTest} at length, millions of certificates: the profile {@code oracle} runs this and nothing else of
 * the module.
 */
class OracleLongRun {

    @Test
    void noFalseClaimIsProvedByOneDistinctionOfCases() {
        Prover prover = new Prover(1);
        FalseClaims.tight(0, 5_000).noneIsProvedBy(prover);
        FalseClaims.mixed(0, 200).noneIsProvedBy(prover);
        FalseClaims.rows(0, 500).noneIsProvedBy(prover);
        assertThat(prover.asked()).isGreaterThan(1_000_000);
    }

    @Test
    void noFalseClaimIsProvedByTwoDistinctionsOfCases() {
        Prover prover = new Prover(2);
        FalseClaims.made().noneIsProvedBy(prover);
        FalseClaims.tight(0, 200).noneIsProvedBy(prover);
        FalseClaims.mixed(0, 10).noneIsProvedBy(prover);
        FalseClaims.rows(0, 10).noneIsProvedBy(prover);
        assertThat(prover.asked()).isGreaterThan(1_000_000);
    }
}
