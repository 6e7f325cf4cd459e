package io.github.workload4j.gang.search.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.Subproblem;
import org.junit.jupiter.api.Test;

class FirstFitPortfolioTest {

    private static FirstFitPortfolio portfolio(Subproblem subproblem, Incumbent incumbent) {
        return new FirstFitPortfolio(subproblem.reduced, Budget.DEFAULT.meter(), incumbent);
    }

    @Test
    void largePodsComeFirstAndGoToTheTightestNodes() {
        Subproblem subproblem =
                Questions.whole(Questions.leaf(4, new long[] {5, 9}, PodClass.of(2, 5), PodClass.of(2, 2)));
        PartialPlacement first =
                portfolio(subproblem, new Incumbent(subproblem.reduced)).first(subproblem);
        assertThat(first.placed).containsExactly(2, 2);
        assertThat(first.toPlacement().toString()).isNotEmpty();
        assertThat(first.toPlacement().node(0)).isZero();
    }

    @Test
    void placementsThatMissAMinimumAreNotedOnly() {
        Subproblem subproblem = Questions.whole(Questions.leaf(3, new long[] {5, 5}, PodClass.of(3, 5)));
        Incumbent incumbent = new Incumbent(subproblem.reduced);
        assertThat(portfolio(subproblem, incumbent).first(subproblem)).isNull();
        assertThat(incumbent.together().pods()).isEqualTo(2);
    }

    @Test
    void aPartialPlacementIsFilledUp() {
        Subproblem subproblem =
                Questions.whole(Questions.leaf(3, new long[] {6, 6}, PodClass.of(2, 4), PodClass.of(2, 2)));
        PartialPlacement start = new PartialPlacement(subproblem);
        start.assign(0, new int[] {1, 1}, 1);
        PartialPlacement finished =
                portfolio(subproblem, new Incumbent(subproblem.reduced)).finish(subproblem, start);
        assertThat(finished.placed).containsExactly(2, 2);
    }
}
