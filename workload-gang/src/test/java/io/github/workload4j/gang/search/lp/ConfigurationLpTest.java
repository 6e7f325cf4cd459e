package io.github.workload4j.gang.search.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.SmallPackings;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.Subproblem;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConfigurationLpTest {

    private static ConfigurationLp solved(Packing packing) {
        ConfigurationLp lp = new ConfigurationLp(Questions.whole(packing), Budget.DEFAULT.meter());
        assertThat(lp.solve(0, true)).isTrue();
        return lp;
    }

    @Test
    void podsAboveHalfANodeAreLeftOutOneByOne() {
        try (ConfigurationLp lp = solved(Questions.leaf(1, new long[] {10, 10, 10}, PodClass.of(5, 6)))) {
            assertThat(lp.leftOut()).isCloseTo(2, within(1e-6));
            assertThat(lp.price(0)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void fractionsOfPatternsAreAllowed() {
        Packing packing = Questions.leaf(1, new long[] {5, 5, 5}, PodClass.of(4, 2), PodClass.of(3, 3));
        try (ConfigurationLp lp = solved(packing)) {
            assertThat(lp.leftOut()).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aMinimumThatCannotBeMetFallsShort() {
        PodClass needed = new PodClass(new long[] {6}, 3, null, Integer.MAX_VALUE, 3);
        try (ConfigurationLp lp = solved(Questions.leaf(3, new long[] {10, 10}, needed, PodClass.of(2, 1)))) {
            assertThat(lp.shortfall()).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void itsMemoryIsCountedUntilItIsClosed() {
        WorkMeter meter = Budget.DEFAULT.meter();
        Subproblem subproblem = Questions.whole(Questions.leaf(1, new long[] {10}, PodClass.of(5, 6)));
        new ConfigurationLp(subproblem, meter).close();
        assertThat(meter.tryHold(WorkMeter.MEMORY)).isTrue();
    }

    @Property(seed = "20261131", tries = 1_000)
    void usedPatternsFitAndCoverWhatIsNotLeftOut(@ForAll @IntRange(min = 0) int seed) {
        Subproblem subproblem = Questions.whole(new SmallPackings(seed).next());
        try (ConfigurationLp lp = new ConfigurationLp(subproblem, Budget.DEFAULT.meter())) {
            Assume.that(lp.solve(0, true));
            double[] nodes = new double[subproblem.types.size()];
            double placed = 0;
            for (int i = 0; i < lp.used(); i++) {
                int t = lp.usedType(i);
                if (t >= 0) {
                    NodeType type = subproblem.types.get(t);
                    nodes[t] += lp.usedTimes(i);
                    for (int r = 0; r < subproblem.reduced.resources; r++) {
                        assertThat(type.waste(subproblem.reduced, lp.usedPattern(i), r))
                                .isNotNegative();
                    }
                    for (int pods : lp.usedPattern(i)) {
                        placed += lp.usedTimes(i) * pods;
                    }
                }
            }
            int demand = 0;
            for (int pods : lp.demand) {
                demand += pods;
            }
            for (int t = 0; t < nodes.length; t++) {
                assertThat(nodes[t]).isCloseTo(subproblem.types.get(t).size(), within(1e-5));
            }
            assertThat(placed).isGreaterThan(demand - lp.leftOut() - 1e-5);
        }
    }
}
