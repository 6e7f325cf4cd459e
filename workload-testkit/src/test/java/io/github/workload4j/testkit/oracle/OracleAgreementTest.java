package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Feasibility;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.PackingChecker;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * The answer and the oracle agree. A thousand small clusters by default, as many as {@code -Djqwik.tries.default=100000} says.
 */
class OracleAgreementTest {

    @Property(seed = "5", shrinking = ShrinkingMode.FULL)
    void theAnswerIsTheOracles(@ForAll("clusters") SmallCluster cluster) {
        check(cluster);
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    static void check(SmallCluster cluster) {
        OracleAnswer oracle =
                Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects()).answer(cluster.group());
        Verdict verdict = Feasibility.answer(
                ClusterSnapshot.of(cluster.nodes(), cluster.pods()),
                Groups.of(cluster.objects()),
                cluster.group(),
                Budget.DEFAULT);
        int most = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
        String reason = verdict.reason().map(Reason::code).orElse("");
        assertThat(new OracleAnswer(verdict.word(), reason, most)).isEqualTo(oracle);
        Statistics.label("verdict").collect(oracle.verdict() + (oracle.most() > 0 ? " " + oracle.most() : ""));
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(feasible.isMaximal()).isTrue();
            if (feasible.noMore() instanceof Evidence.Certified proof) {
                assertProved(proof, feasible.placed() + 1);
            }
            assertThat(Replay.of(cluster.nodes(), cluster.pods(), cluster.objects()).objections(feasible))
                    .isEmpty();
        }
        if (verdict instanceof Verdict.Infeasible infeasible && infeasible.evidence() instanceof Evidence.Certified proof) {
            assertProved(proof, 1);
        }
    }

    private static void assertProved(Evidence.Certified proof, int atLeast) {
        assertThat(new PackingChecker(proof.packing()).objectionTo(proof.certificate(), atLeast))
                .isEmpty();
    }
}
