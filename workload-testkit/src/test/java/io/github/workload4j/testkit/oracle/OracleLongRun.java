package io.github.workload4j.testkit.oracle;

import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * {@link OracleAgreementTest}, {@link PlacementMutationTest} and {@link DomainsThatFitTest} at length: the profile
 * {@code oracle} runs this and nothing else.
 */
class OracleLongRun {

    private static final int TRIES = 100_000;

    @Property(tries = TRIES, seed = "101", shrinking = ShrinkingMode.FULL)
    void theAnswerIsTheOracles(@ForAll("clusters") SmallCluster cluster) {
        OracleAgreementTest.check(cluster);
    }

    @Property(tries = TRIES, seed = "102", shrinking = ShrinkingMode.FULL)
    void theAnswerIsTheOraclesWithAnotherSeed(@ForAll("clusters") SmallCluster cluster) {
        OracleAgreementTest.check(cluster);
    }

    @Property(tries = TRIES, seed = "103", shrinking = ShrinkingMode.FULL)
    void theAnswerIsTheOraclesWithAThirdSeed(@ForAll("clusters") SmallCluster cluster) {
        OracleAgreementTest.check(cluster);
    }

    /** A seed of its own in each run, which a failure names. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.FULL)
    void theAnswerIsTheOraclesWithANewSeed(@ForAll("clusters") SmallCluster cluster) {
        OracleAgreementTest.check(cluster);
    }

    @Property(tries = TRIES / 5, seed = "104", maxDiscardRatio = 20, shrinking = ShrinkingMode.FULL)
    void theCheckerRejectsExactlyWhatBreaksARule(@ForAll("clusters") SmallCluster cluster) {
        PlacementMutationTest.check(cluster);
    }

    @Property(tries = TRIES / 2, seed = "105", shrinking = ShrinkingMode.FULL)
    void domainsThatFitAreThoseOfAllAnswers(@ForAll("clusters") SmallCluster cluster) {
        DomainsThatFitTest.check(cluster);
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }
}
