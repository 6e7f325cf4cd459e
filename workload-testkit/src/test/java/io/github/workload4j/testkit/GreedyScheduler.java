package io.github.workload4j.testkit;

import static io.github.workload4j.testkit.assertion.ClusterAssertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The example of docs/testkit.md: a property that is false. {@link GreedySchedulerTest} runs it. */
class GreedyScheduler {

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return PlainClusters.all();
    }

    private static boolean fits(SmallCluster cluster) {
        return Feasibility.answer(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT)
                instanceof Verdict.Feasible;
    }

    @Property(seed = "18", tries = 1000, shrinking = ShrinkingMode.FULL)
    void placesEveryGangThatFits(@ForAll("clusters") SmallCluster cluster) {
        Assume.that(fits(cluster));
        Map<String, Long> free = new TreeMap<>();
        for (Node node : cluster.nodes()) {
            free.put(
                    node.metadata().name(),
                    node.status().allocatable().get("cpu").units());
        }
        List<Assignment> placed = new ArrayList<>();
        for (Pod pod : cluster.pods()) {
            long asks = pod.spec()
                    .containers()
                    .get(0)
                    .resources()
                    .requests()
                    .get("cpu")
                    .units();
            free.keySet().stream()
                    .filter(node -> free.get(node) >= asks)
                    .findFirst()
                    .ifPresent(node -> {
                        free.merge(node, -asks, Long::sum);
                        placed.add(new Assignment("ml", pod.metadata().name(), node));
                    });
        }
        assertThat(cluster).placement(placed).as("%s", cluster).isAccepted();
    }
}
