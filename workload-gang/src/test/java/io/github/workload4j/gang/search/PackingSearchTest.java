package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.CheckedAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.model.Questions;
import org.junit.jupiter.api.Test;

class PackingSearchTest {

    /** Pods of 3 and of 2, three of each, of which at least so many must be placed. */
    private static Packing threesAndTwos(int minimum, long... free) {
        return Questions.leaf(minimum, free, PodClass.of(3, 3), PodClass.of(3, 2));
    }

    @Test
    void placementHoldsAsManyPodsAsThereCanBe() {
        Packing packing = threesAndTwos(1, 5, 5, 4);
        PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
        assertThat(answer).isInstanceOfSatisfying(PackingAnswer.Fits.class, fits -> {
            assertThat(fits.pods()).isEqualTo(5);
            assertThat(fits.isMost()).isTrue();
        });
        assertThat(new PackingChecker(packing).objectionTo(answer)).isEmpty();
    }

    @Test
    void certificateOfANoIsOneThatTheCheckerAccepts() {
        Packing packing = threesAndTwos(6, 5, 5, 4);
        PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
        assertThat(answer).isInstanceOf(PackingAnswer.DoesNotFit.class);
        assertThat(new PackingChecker(packing).objectionTo(answer)).isEmpty();
    }

    @Test
    void sumsBeyondAllNumbersAreUndetermined() {
        Packing packing = Questions.leaf(1, new long[] {9}, PodClass.of(3, Long.MAX_VALUE / 2), PodClass.of(3, 1));
        assertThat(PackingSearch.answer(packing, Budget.DEFAULT))
                .isInstanceOfSatisfying(PackingAnswer.Undetermined.class, open -> {
                    assertThat(open.stopped()).isEqualTo(StopReason.AMOUNTS);
                    assertThat(open.sure()).isZero();
                });
    }

    @Test
    void searchSpendsOfItsMeterWhatItSays() {
        WorkMeter meter = Budget.DEFAULT.meter();
        PackingAnswer answer = PackingSearch.answer(threesAndTwos(6, 5, 5, 5), meter);
        assertThat(answer.steps()).isPositive().isEqualTo(meter.spent());
    }

    @Test
    void answerThatStillDecidesIsTheAnswer() {
        Packing packing = threesAndTwos(6, 5, 5, 5);
        CheckedAnswer before = CheckedAnswer.of(packing, PackingSearch.answer(packing, Budget.DEFAULT));
        Packing larger = packing.on(packing.nodes().with(1, 6));
        assertThat(((PackingAnswer.Fits) PackingSearch.again(before, larger, Budget.DEFAULT)
                                .answer())
                        .placed())
                .isEqualTo(((PackingAnswer.Fits) before.answer()).placed());
    }

    @Test
    void answerThatNoLongerDecidesIsSearchedForAnew() {
        Packing packing = threesAndTwos(6, 5, 5, 5);
        CheckedAnswer before = CheckedAnswer.of(packing, PackingSearch.answer(packing, Budget.DEFAULT));
        Packing smaller = packing.on(packing.nodes().with(1, 4));
        CheckedAnswer again = PackingSearch.again(before, smaller, Budget.DEFAULT);
        assertThat(again.answer()).isInstanceOf(PackingAnswer.DoesNotFit.class);
        assertThat(PackingSearch.again(again, packing, Budget.DEFAULT).answer()).isInstanceOf(PackingAnswer.Fits.class);
    }

    @Test
    void missingArgumentIsNamed() {
        Packing packing = threesAndTwos(1, 5);
        assertThatThrownBy(() -> PackingSearch.answer(null, Budget.DEFAULT)).hasMessage("packing");
        assertThatThrownBy(() -> PackingSearch.answer(packing, (WorkMeter) null))
                .hasMessage("meter");
        assertThatThrownBy(() -> PackingSearch.again(null, packing, Budget.DEFAULT))
                .hasMessage("before");
    }
}
