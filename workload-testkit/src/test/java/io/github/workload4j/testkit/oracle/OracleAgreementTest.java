package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** The answer and the oracle agree. A thousand small clusters; {@link OracleLongRun} tries more. */
class OracleAgreementTest {

    @Property(seed = "5", tries = 500, shrinking = ShrinkingMode.FULL)
    void theAnswerIsTheOracles(@ForAll("clusters") SmallCluster cluster, @ForAll("setups") ClusterSetup setup) {
        check(cluster, setup);
    }

    @Provide
    Arbitrary<ClusterSetup> setups() {
        return Arbitraries.of(KubernetesRelease.values())
                .map(ClusterSetup::of)
                .optional(0.8)
                .map(setup -> setup.orElse(ClusterSetup.OPEN));
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    static void check(SmallCluster cluster) {
        check(cluster, ClusterSetup.OPEN);
    }

    private static void check(SmallCluster cluster, ClusterSetup setup) {
        OracleAnswer oracle = Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                .withSetup(setup)
                .answer(cluster.group());
        Verdict verdict = Feasibility.answer(
                cluster.snapshot().withSetup(setup), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT);
        int most = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
        assertThat(oracle.agrees(verdict.word(), verdict.reason().map(Reason::code), most))
                .as("%s: %s placing %d is %s", setup, verdict, most, oracle)
                .isTrue();
        Statistics.label("verdict")
                .collect(oracle.verdict()
                        + (oracle.most() > 0 ? " " + oracle.most() : "")
                        + oracle.reasons().stream()
                                .sorted()
                                .map(reason -> " " + reason)
                                .collect(Collectors.joining()));
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(feasible.isMaximal()).isTrue();
            if (feasible.noMore() instanceof Evidence.Certified proof) {
                assertProved(proof, feasible.placed() + 1);
            }
            assertThat(Replay.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                            .objections(feasible))
                    .isEmpty();
        }
        if (verdict instanceof Verdict.Infeasible infeasible
                && infeasible.evidence() instanceof Evidence.Certified proof) {
            assertProved(proof, 1);
        }
    }

    private static void assertProved(Evidence.Certified proof, int atLeast) {
        assertThat(new PackingChecker(proof.packing()).objectionTo(proof.certificate(), atLeast))
                .isEmpty();
    }
}
