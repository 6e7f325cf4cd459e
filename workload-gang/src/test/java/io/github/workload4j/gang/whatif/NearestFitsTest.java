package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestFitsTest {

    private final GroupQuestion nine = TightGang.nine();

    @Test
    void theVerdictIsBelievedAndNotAskedForAgain() {
        WorkMeter meter = Budget.DEFAULT.meter();
        Verdict fits = new Verdict.Feasible(nine.about(), List.of(), List.of(), 9, null, 0);
        assertThat(NearestFits.of(nine, fits, meter).suggestions()).isEmpty();
        assertThat(NodesToAdd.of(nine, fits, meter).suggestions()).isEmpty();
        assertThat(meter.spent()).isZero();
        GroupQuestion eight = nine.withMinimum(TightGang.TRAIN, 8);
        Verdict untrue = new Verdict.Infeasible(eight.about(), new Evidence.Exhausted(1), 0);
        assertThat(NearestFits.of(eight, untrue, meter).suggestions())
                .contains(new Suggestion.LowerMinimum(TightGang.TRAIN, 8, 8, true));
    }

    @Test
    void allAnswersTogetherStayWithinTheBudgetAndWhatWasNotLookedAtIsSaid() {
        GroupQuestion hard = TightGang.triples(30, false);
        Verdict verdict = hard.answer(Budget.steps(10_000));
        WorkMeter meter = Budget.steps(10_000).meter();
        NearestFits nearest = NearestFits.of(hard, verdict, meter);
        assertThat(meter.spent()).isLessThanOrEqualTo(10_000);
        assertThat(nearest.notLookedAt()).contains(NearestFits.Topic.SMALLER_REQUESTS);
        assertThat(nearest)
                .isEqualTo(NearestFits.of(hard, verdict, Budget.steps(10_000).meter()));
    }

    @Test
    void ofAnEasyQuestionEverythingIsLookedAt() {
        Verdict verdict = nine.answer(Budget.DEFAULT);
        NearestFits nearest = NearestFits.of(nine, verdict, Budget.DEFAULT.meter());
        assertThat(nearest.notLookedAt()).isEmpty();
        assertThat(nearest.suggestions()).contains(new Suggestion.LowerMinimum(TightGang.TRAIN, 8, 9, true));
    }
}
