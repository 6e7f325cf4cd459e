package io.github.workload4j.gang.search.lp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The knapsack of one node against all its patterns, listed. */
class PricingTest {

    @Property(seed = "20260214", tries = 3_000)
    void thePatternFoundHasTheMostWeightAboveTheFloor(@ForAll @IntRange(min = 0) int seed) {
        SmallNode node = new SmallNode(seed);
        long max = node.patterns.stream().mapToLong(node::worth).max().orElse(0);
        for (long floor : new long[] {0, max - 1, max, max + 1, node.random.nextInt(40)}) {
            Pricing pricing = new Pricing(node.reduced, Budget.DEFAULT.meter());
            assertThat(pricing.above(node.type, node.type.max, node.weights, floor))
                    .isEqualTo(Math.max(max, floor));
            if (max > floor) {
                assertThat(node.patterns).contains(pricing.pattern());
                assertThat(node.worth(pricing.pattern())).isEqualTo(max);
            }
        }
    }

    @Property(seed = "20260216", tries = 3_000)
    void theRelaxationIsABoundAndNoHigherThanAnyResourceAlone(@ForAll @IntRange(min = 0) int seed) {
        SmallNode node = new SmallNode(seed);
        int[] classes = IntStream.range(0, node.weights.length)
                .filter(j -> node.weights[j] > 0 && node.type.max[j] > 0)
                .toArray();
        int[] room = Arrays.stream(classes).map(j -> node.type.max[j]).toArray();
        if (classes.length > 0) {
            long[] free = node.type.free;
            double bound = new CompletionBound(node.reduced.request, free.length)
                    .over(classes.length, classes, node.weights, free, room);
            long max = node.patterns.stream().mapToLong(node::worth).max().orElse(0);
            assertThat(bound).isGreaterThan(max - 1e-6);
            for (int r = 0; r < free.length; r++) {
                assertThat(bound).isLessThan(node.fractional(r, classes, room) + 1e-6);
            }
        }
    }
}
