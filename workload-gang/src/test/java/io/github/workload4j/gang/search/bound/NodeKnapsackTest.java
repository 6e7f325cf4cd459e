package io.github.workload4j.gang.search.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.search.SmallPackings;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The knapsack of each node type against all its patterns. */
class NodeKnapsackTest {

    @Property(seed = "20261133", tries = 2_000)
    void theMostWeightIsThatOfTheHeaviestPattern(@ForAll @IntRange(min = 0) int seed) {
        Subproblem subproblem = Questions.whole(new SmallPackings(seed).next());
        long[] weights =
                new Random(seed).longs(subproblem.reduced.classes, 0, 6).toArray();
        NodeKnapsack knapsack = new NodeKnapsack(subproblem, Budget.DEFAULT.meter());
        knapsack.set(weights);
        for (int t = 0; t < subproblem.types.size(); t++) {
            NodeType type = subproblem.types.get(t);
            long heaviest = heaviest(subproblem.reduced, type, subproblem.max(t), weights, new int[weights.length], 0);
            knapsack.limit(Long.MAX_VALUE);
            assertThat(knapsack.of(type, subproblem.max(t))).isEqualTo(heaviest);
            knapsack.limit(1);
            assertThat(knapsack.atMost(type, subproblem.max(t))).isGreaterThanOrEqualTo(heaviest);
        }
    }

    private static long heaviest(ReducedPacking reduced, NodeType type, int[] max, long[] weights, int[] pods, int j) {
        if (j == pods.length) {
            return 0;
        }
        long heaviest = 0;
        for (int number = 0; number <= max[j]; number++) {
            pods[j] = number;
            boolean fits = number == 0 || !reduced.excludes(pods, j);
            for (int r = 0; r < reduced.resources; r++) {
                fits &= type.waste(reduced, pods, r) >= 0;
            }
            if (fits) {
                long rest = heaviest(reduced, type, max, weights, pods, j + 1);
                heaviest = Math.max(heaviest, weights[j] * number + rest);
            }
        }
        pods[j] = 0;
        return heaviest;
    }
}
