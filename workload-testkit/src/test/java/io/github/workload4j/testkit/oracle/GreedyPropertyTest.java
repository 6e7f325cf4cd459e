package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class GreedyPropertyTest {

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    @Property(tries = 600, seed = "21")
    void whatTheCycleBindsIsAnAnswerAndNeverMoreThanTheExactOne(@ForAll("clusters") SmallCluster cluster) {
        ClusterSnapshot snapshot = cluster.snapshot();
        Groups groups = Groups.of(cluster.objects());
        Greedy greedy = Greedy.cycle(snapshot, groups, cluster.group(), Budget.DEFAULT);
        Verdict exact = Feasibility.answer(snapshot, groups, cluster.group(), Budget.DEFAULT);
        int most = exact instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
        Statistics.label("the cycle")
                .collect(
                        most == 0
                                ? "nothing to place"
                                : !greedy.schedules()
                                        ? "fails"
                                        : greedy.placement().size() < most ? "places fewer" : "places all");
        assertThat(greedy.placement().size()).isLessThanOrEqualTo(most);
        if (greedy.schedules()) {
            assertThat(Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                            .accepts(cluster.group(), greedy.placement()))
                    .isTrue();
        }
    }
}
