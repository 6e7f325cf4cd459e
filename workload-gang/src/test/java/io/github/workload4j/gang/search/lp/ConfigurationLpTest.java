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
import java.util.Random;
import java.util.stream.IntStream;
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

    /**
     * Solved for less after less was solved, the bases carried over: each time it is what an LP made anew says, but
     * for patterns with more pods than are left, which that one does not know.
     */
    @Test
    void whatIsLeftAfterATakeIsSolvedAsIfItWereNew() {
        Random random = new Random(5);
        int same = 0;
        for (int i = 0; i < 600; i++) {
            long[] free = random.longs(4 + random.nextInt(5), 8, 20).toArray();
            PodClass[] classes = new PodClass[2 + random.nextInt(6)];
            for (int j = 0; j < classes.length; j++) {
                classes[j] = PodClass.of(1 + random.nextInt(25), 3 + random.nextInt(8));
            }
            Packing packing = Questions.leaf(1, free, classes);
            try (ConfigurationLp carried = solved(packing)) {
                for (int fixed = 0; fixed < 6; fixed++) {
                    int pick = random.nextInt(carried.used());
                    int type = carried.usedType(pick);
                    if (type < 0 || carried.sizes[type] == 0) {
                        continue;
                    }
                    carried.take(type, carried.usedPattern(pick), 1);
                    assertThat(carried.solve(0, true)).isTrue();
                    try (ConfigurationLp anew = new ConfigurationLp(Questions.whole(packing), Budget.DEFAULT.meter())) {
                        System.arraycopy(carried.sizes, 0, anew.sizes, 0, anew.sizes.length);
                        System.arraycopy(carried.demand, 0, anew.demand, 0, anew.demand.length);
                        assertThat(anew.solve(0, true)).isTrue();
                        assertThat(carried.leftOut()).isLessThan(anew.leftOut() + 1e-6);
                        if (IntStream.of(carried.demand).allMatch(demand -> demand == 0 || demand >= 6)) {
                            assertThat(carried.leftOut()).isCloseTo(anew.leftOut(), within(1e-6));
                            same++;
                        }
                    }
                }
            }
        }
        assertThat(same).isGreaterThan(500);
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
