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
            new Dive(subproblem, meter, firstFit, incumbent).reach(lp, 8, 20);
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
            new Dive(subproblem, meter, firstFit, incumbent).reach(lp, pods, 20);
            assertThat(meter.spent()).isEqualTo(spent);
        }
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
