package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.workload4j.testkit.oracle.Oracle;
import io.github.workload4j.testkit.oracle.OracleAnswer;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * The bytes draw a small cluster and a group. The answer is what trying everything gives, its placement replays, and
 * the checker accepts its proof.
 */
final class OracleTarget implements Target.Attack {

    private static final int GENERATED_AT_MOST = 1000;

    @Override
    public void on(byte[] input) {
        JqwikSession.run(() -> {
            RandomGenerator<SmallCluster> clusters = SmallClusters.all().generator(GENERATED_AT_MOST);
            check(clusters.next(new Drawn(input)).value());
        });
    }

    private static void check(SmallCluster cluster) {
        Verdict verdict =
                Feasibility.answer(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT);
        OracleAnswer oracle = Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                .answer(cluster.group());
        int most = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
        assertThat(oracle.agrees(verdict.word(), verdict.reason().map(Reason::code), most))
                .as("%s placing %d is %s", verdict, most, oracle)
                .isTrue();
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(Replay.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                            .objections(feasible))
                    .isEmpty();
            check(feasible.noMore(), feasible.placed() + 1);
        }
        if (verdict instanceof Verdict.Infeasible infeasible) {
            check(infeasible.evidence(), 1);
        }
    }

    private static void check(Evidence evidence, int atLeast) {
        if (evidence instanceof Evidence.Certified proof) {
            assertThat(new PackingChecker(proof.packing()).objectionTo(proof.certificate(), atLeast))
                    .isEmpty();
        }
    }
}
