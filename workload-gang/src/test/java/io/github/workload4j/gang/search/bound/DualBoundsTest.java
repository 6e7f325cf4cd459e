package io.github.workload4j.gang.search.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.Subproblem;
import org.junit.jupiter.api.Test;

class DualBoundsTest {

    private static DualBounds bounds(Subproblem subproblem) {
        return new DualBounds(subproblem.reduced, Budget.DEFAULT.meter());
    }

    @Test
    void totalsRefuteAGangThatRequestsMoreThanThereIs() {
        Subproblem subproblem =
                Questions.whole(Questions.leaf(4, new long[] {5, 5}, PodClass.of(2, 3), PodClass.of(2, 4)));
        UpperBound bound = bounds(subproblem).byTotals(subproblem, 1);
        assertThat(bound).isNotNull();
        assertThat(bound.atMost()).isZero();
    }

    @Test
    void podsAboveHalfANodeAreCountedByTheirNodes() {
        Subproblem subproblem =
                Questions.whole(Questions.leaf(4, new long[] {10, 10, 10}, PodClass.of(4, 6), PodClass.of(1, 1)));
        assertThat(bounds(subproblem).byTotals(subproblem, 5).atMost()).isEqualTo(4);
    }

    @Test
    void guessesProveNothingWhereEverythingFits() {
        Subproblem subproblem =
                Questions.whole(Questions.leaf(2, new long[] {9, 9}, PodClass.of(2, 3), PodClass.of(2, 4)));
        assertThat(bounds(subproblem).guessed(subproblem, 4)).isNull();
    }

    @Test
    void pricesOfTheLpBoundWhatGuessesLeaveOpen() {
        Packing packing = Questions.leaf(1, new long[] {10, 10, 10}, PodClass.of(3, 6), PodClass.of(3, 5));
        Subproblem subproblem = Questions.whole(packing);
        try (ConfigurationLp lp = new ConfigurationLp(subproblem, Budget.DEFAULT.meter())) {
            assertThat(lp.solve(0, true)).isTrue();
            UpperBound bound = bounds(subproblem).priced(subproblem, lp, 1, null);
            assertThat(bound).isNotNull();
            assertThat(bound.atMost()).isEqualTo(4);
        }
    }

    @Test
    void domainsWithTooLittleOfAResourceAreBoundByTheirAggregate() {
        Subproblem subproblem =
                Questions.whole(Questions.leaf(3, new long[] {5, 4, 9}, PodClass.of(3, 3), PodClass.of(1, 2)));
        AggregateBound aggregates = new AggregateBound(subproblem.reduced, subproblem.state, 3);
        assertThat(aggregates.bound(new int[] {1}).atMost()).isEqualTo(2);
        assertThat(aggregates.bound(new int[] {0, 2})).isNull();
    }
}
