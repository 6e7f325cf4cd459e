package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.testkit.SmallCluster;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Spread and exclusive placement: small ones against the oracle, larger ones are decided, and checked. */
class SpreadSituationsTest {

    private static final int CASES = Integer.getInteger("workload.spread.cases", 50);

    @Property(seed = "22")
    void smallOnesAreWhatTheOracleSays(@ForAll @IntRange(min = 0) int seed) {
        OracleAgreementTest.check(SpreadSituation.small(seed));
    }

    @Example
    void largerOnesAreDecided() {
        List<Integer> open = new ArrayList<>();
        int fit = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SmallCluster cluster = SpreadSituation.large(seed);
            Verdict verdict = Feasibility.answer(
                    cluster.snapshot(), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT);
            if (verdict instanceof Verdict.Feasible feasible) {
                assertThat(Replay.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                                .objections(feasible))
                        .as("seed %d", seed)
                        .isEmpty();
                fit++;
            } else if (verdict instanceof Verdict.Infeasible no) {
                if (no.evidence() instanceof Evidence.Certified proof) {
                    assertThat(new PackingChecker(proof.packing()).objectionTo(proof.certificate(), 1))
                            .as("seed %d", seed)
                            .isEmpty();
                }
            } else {
                open.add(seed);
            }
        }
        assertThat(open).isEmpty();
        assertThat(fit).isBetween(CASES / 10, CASES * 9 / 10);
    }
}
