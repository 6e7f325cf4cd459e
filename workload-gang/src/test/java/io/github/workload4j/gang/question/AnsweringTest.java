package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringTest {

    private static Verdict.Undetermined undetermined(GroupQuestion question, Budget budget) {
        return (Verdict.Undetermined) question.answer(budget);
    }

    @Test
    void undeterminedSaysHowManyPodsArePlacedTogether() {
        Verdict.Undetermined open = undetermined(TightGang.nine(), Budget.steps(100));
        assertThat(open.sure()).isEqualTo(8);
        assertThat(open.atMost()).isBetween(8, 9);
        assertThat(open.stopped()).isEqualTo(StopReason.STEPS);
        assertThat(open.steps()).isBetween(94L, 100L);
    }

    @Test
    void undeterminedSaysSoOfPodsThatMustBeSpreadToo() {
        GroupQuestion question = TightGang.triples(12, true);
        Verdict.Undetermined open = undetermined(question, Budget.steps(200_000));
        assertThat(open.sure()).isBetween(18, 35);
        assertThat(open.atMost()).isBetween(open.sure(), 36);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timeIsGrantedOnceForAllThatAnAnswerTakes(boolean spread) {
        AtomicLong now = new AtomicLong();
        WorkMeter meter = WorkMeter.of(
                new Budget(Long.MAX_VALUE, Duration.ofSeconds(1)),
                () -> now.addAndGet(Duration.ofMillis(1).toNanos()));
        Verdict verdict = TightGang.triples(30, spread).answer(meter);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Undetermined.class,
                        open -> assertThat(open.stopped()).isEqualTo(StopReason.TIME));
        assertThat(Duration.ofNanos(now.get())).isBetween(Duration.ofMillis(930), Duration.ofMillis(1_010));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stepsAreGrantedOnceForAllThatAnAnswerTakes(boolean spread) {
        WorkMeter meter = Budget.steps(300_000).meter();
        Verdict verdict = TightGang.triples(30, spread).answer(meter);
        assertThat(verdict.steps()).isEqualTo(meter.spent()).isBetween(300_000L * 15 / 16, 300_000L);
    }

    @Test
    void anInterruptedThreadIsToldSoAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        Verdict.Undetermined open = undetermined(TightGang.triples(30, false), Budget.DEFAULT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(open.stopped()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(open.steps()).isZero();
    }

    @Test
    void nothingIsAskedWhenNothingIsLeft() {
        WorkMeter meter = Budget.steps(1).meter();
        meter.trySpend(1);
        Verdict.Undetermined open = (Verdict.Undetermined) TightGang.nine().answer(meter);
        assertThat(open.stopped()).isEqualTo(StopReason.STEPS);
        assertThat(open.steps()).isZero();
        assertThat(open.atMost()).isEqualTo(9);
    }

    @Test
    void checkingCountsInTheBudget() {
        GroupQuestion question = TightGang.nine();
        Verdict checked = question.answer(Budget.DEFAULT);
        Verdict unchecked = question.answer(Budget.DEFAULT.unchecked());
        assertThat(checked).isInstanceOf(Verdict.Infeasible.class);
        assertThat(unchecked).isInstanceOf(Verdict.Infeasible.class);
        assertThat(checked.steps()).isGreaterThan(unchecked.steps());
    }

    @Test
    void aVerdictIsOneLine() {
        assertThat(TightGang.nine().answer(Budget.steps(100)).toString())
                .matches("ml/train: undetermined: stopped by steps, 8 pods sure, at most [89] \\([0-9]+ steps\\)");
        assertThat(TightGang.nine().answer(Budget.DEFAULT).toString())
                .startsWith("ml/train: infeasible: certificate of ")
                .doesNotContain("\n");
        assertThat(TightGang.nine()
                        .withMinimum(TightGang.TRAIN, 8)
                        .answer(Budget.DEFAULT)
                        .toString())
                .matches("ml/train: feasible: 8 pods placed, the most there can be \\([0-9,]+ steps\\)");
    }
}
