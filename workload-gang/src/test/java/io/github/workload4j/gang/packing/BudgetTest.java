package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void budgetOfNothingIsRefused() {
        assertThatThrownBy(() -> Budget.steps(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps: 0 (expected: 1 or more)");
        assertThatThrownBy(() -> new Budget(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time: PT0S (expected: more than nothing)");
        assertThatThrownBy(() -> new Budget(1, Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void budgetIsForCheckedAnswersUnlessItIsSaid() {
        Budget budget = new Budget(7, Duration.ofSeconds(1));
        assertThat(budget.isChecked()).isTrue();
        assertThat(budget.unchecked()).isEqualTo(new Budget(7, Duration.ofSeconds(1), false));
        assertThat(Budget.DEFAULT.isChecked()).isTrue();
    }

    @Test
    void budgetOfStepsHasNoDeadline() {
        assertThat(Budget.steps(7).time()).isNull();
        assertThat(Budget.DEFAULT.time()).isNull();
    }

    @Test
    void everyMeterBeginsWithTheWholeBudget() {
        Budget budget = Budget.steps(7);
        budget.meter().spend(5);
        assertThat(budget.meter().left()).isEqualTo(7);
    }
}
