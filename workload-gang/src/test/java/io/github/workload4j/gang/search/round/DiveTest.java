package io.github.workload4j.gang.search.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.fill.FirstFitPortfolio;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.lp.TightPatterns;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiveTest {

    /** Of five pods of 8 and four of 5, three nodes of 20 hold eight pods at most. */
    private static final Packing PERFECT =
            Questions.leaf(1, new long[] {20, 20, 20}, PodClass.of(5, 8), PodClass.of(4, 5));

    private final Subproblem subproblem = Questions.whole(PERFECT);
    private final WorkMeter meter = Budget.DEFAULT.meter();
    private final Incumbent incumbent = new Incumbent(subproblem.reduced);
    private final FirstFitPortfolio firstFit = new FirstFitPortfolio(subproblem.reduced, meter, incumbent);

    @Test
    void divesFindAnAnswerWithTheWantedPods() {
        try (ConfigurationLp lp = new ConfigurationLp(subproblem, meter)) {
            assertThat(lp.solve(0, true)).isTrue();
            new Dive(subproblem, meter, firstFit, incumbent, lp, 8).reach(20);
        }
        assertThat(incumbent.pods()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void noDiveIsMadeWhereTheIncumbentHasEnoughPods() {
        incumbent.offer(firstFit.first(subproblem));
        int pods = incumbent.pods();
        try (ConfigurationLp lp = new ConfigurationLp(subproblem, meter)) {
            assertThat(lp.solve(0, true)).isTrue();
            long spent = meter.spent();
            new Dive(subproblem, meter, firstFit, incumbent, lp, pods).reach(20);
            assertThat(meter.spent()).isEqualTo(spent);
        }
    }

    /** Bins of 1,000 that three distinct items each fill exactly (Falkenauer's triplets). */
    @Test
    void thoroughDivesFillNodesExactly() {
        Random random = new Random(11);
        long[] free = new long[12];
        List<PodClass> items = new ArrayList<>();
        for (int bin = 0; bin < free.length; bin++) {
            free[bin] = 1_000;
            int a = 380 + random.nextInt(111);
            int b = 250 + random.nextInt((1_000 - a) / 2 - 250 + 1);
            for (int size : new int[] {a, b, 1_000 - a - b}) {
                items.add(PodClass.of(1, size));
            }
        }
        Subproblem triplets = Questions.whole(Questions.leaf(36, free, items.toArray(PodClass[]::new)));
        Incumbent best = new Incumbent(triplets.reduced);
        try (ConfigurationLp lp = new ConfigurationLp(triplets, meter)) {
            assertThat(lp.solve(0, true)).isTrue();
            FirstFitPortfolio portfolio = new FirstFitPortfolio(triplets.reduced, meter, best);
            assertThatThrownBy(() -> new Dive(triplets, meter, portfolio, best, lp, 36).reach(20))
                    .isInstanceOf(Incumbent.Settled.class);
        }
        assertThat(best.pods()).isEqualTo(36);
    }

    @Test
    void aResidualProblemWithoutSlackIsSolvedExactly() {
        Subproblem tight = Questions.whole(
                Questions.leaf(9, new long[] {10, 10, 10}, PodClass.of(3, 5), PodClass.of(3, 3), PodClass.of(3, 2)));
        Incumbent best = new Incumbent(tight.reduced);
        try (ConfigurationLp lp = new ConfigurationLp(tight, meter)) {
            assertThat(lp.solve(0, true)).isTrue();
            TightPatterns patterns = TightPatterns.of(tight, meter);
            FirstFitPortfolio portfolio = new FirstFitPortfolio(tight.reduced, meter, best);
            assertThatThrownBy(() -> new ResidualRounding(tight, lp, meter).offer(patterns, portfolio, best))
                    .isInstanceOf(Incumbent.Settled.class);
        }
        assertThat(best.pods()).isEqualTo(9);
    }
}
