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
    void findsTheMostPointsAboveAFloor(@ForAll @IntRange(min = 0) int seed) {
        SmallNode node = new SmallNode(seed);
        long most = node.patterns.stream().mapToLong(node::worth).max().orElse(0);
        for (long floor : new long[] {0, most - 1, most, most + 1, node.random.nextInt(40)}) {
            Pricing pricing = new Pricing(node.question, Budget.DEFAULT.meter());
            assertThat(pricing.above(node.kind, node.kind.most, node.points, floor))
                    .isEqualTo(Math.max(most, floor));
            if (most > floor) {
                assertThat(node.patterns).contains(pricing.pattern());
                assertThat(node.worth(pricing.pattern())).isEqualTo(most);
            }
        }
    }

    @Property(seed = "20260216", tries = 3_000)
    void theRelaxationIsABoundAndNoHigherThanAnyResourceAlone(@ForAll @IntRange(min = 0) int seed) {
        SmallNode node = new SmallNode(seed);
        int[] classes = IntStream.range(0, node.points.length)
                .filter(j -> node.points[j] > 0 && node.kind.most[j] > 0)
                .toArray();
        int[] room = Arrays.stream(classes).map(j -> node.kind.most[j]).toArray();
        if (classes.length > 0) {
            long[] free = node.kind.free;
            double bound = new Outlook(node.question.request, free.length)
                    .over(classes.length, classes, node.points, free, room);
            long most = node.patterns.stream().mapToLong(node::worth).max().orElse(0);
            assertThat(bound).isGreaterThan(most - 1e-6);
            for (int r = 0; r < free.length; r++) {
                assertThat(bound).isLessThan(node.fractional(r, classes, room) + 1e-6);
            }
        }
    }
}
