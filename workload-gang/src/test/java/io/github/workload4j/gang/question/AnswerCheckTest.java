package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

    private final GroupQuestion question = TightGang.of(2, 1_000, List.of(600L, 600L, 300L), false);
    private final AnswerCheck check = new AnswerCheck(question, Budget.DEFAULT.meter());

    @Test
    void aPlacementIsBelieved() {
        assertThat(check.flawOf(List.of(new Step(1, 0), new Step(0, 1), new Step(0, 0))))
                .isNull();
    }

    @Test
    void aNodeThatIsOverdrawnIsADefect() {
        assertThat(check.flawOf(List.of(new Step(0, 0), new Step(0, 0), new Step(1, 0))))
                .extracting(AnswerCheck.Flaw::reason)
                .isEqualTo(StopReason.DEFECT);
    }

    @Test
    void tooFewPodsAreAnAnswerOnlyAsAPart() {
        List<Step> two = List.of(new Step(0, 0), new Step(0, 1));
        assertThat(check.flawOf(two)).isNotNull();
        assertThat(check.flawOfPart(two)).isNull();
        assertThat(check.flawOfPart(List.of(new Step(0, 0), new Step(0, 0)))).isNotNull();
    }

    @Test
    void aProofOfWhatIsNotSoIsADefect() {
        assertThat(check.flawOf(Weights.of(1L, 1L), question.packing(), 3))
                .extracting(AnswerCheck.Flaw::reason)
                .isEqualTo(StopReason.DEFECT);
    }

    @Test
    void aProofThatIsNotLookedAtToTheEndIsNotCalledADefect() {
        WorkMeter meter = Budget.steps(1).meter();
        meter.trySpend(1);
        assertThat(new AnswerCheck(question, meter).flawOf(Weights.of(1L, 1L), question.packing(), 3))
                .extracting(AnswerCheck.Flaw::reason)
                .isEqualTo(StopReason.STEPS);
    }

    @Test
    void aBudgetCanSayThatNobodyLooks() {
        AnswerCheck none = new AnswerCheck(question, Budget.DEFAULT.unchecked().meter());
        assertThat(none.flawOf(List.of(new Step(0, 0), new Step(0, 0)))).isNull();
        assertThat(none.flawOf(Weights.of(1L, 1L), question.packing(), 3)).isNull();
    }

    @Test
    void anOrderInWhichOneNodeIsFilledFirstIsUneven() {
        GroupQuestion spread = TightGang.of(2, 1_000, List.of(300L, 300L, 300L, 300L), true);
        AnswerCheck inOrder = new AnswerCheck(spread, Budget.DEFAULT.meter());
        assertThat(inOrder.flawOf(List.of(new Step(0, 0), new Step(0, 1), new Step(0, 0), new Step(0, 1))))
                .isNull();
        assertThat(inOrder.flawOf(List.of(new Step(0, 0), new Step(0, 0), new Step(0, 1), new Step(0, 1))))
                .extracting(AnswerCheck.Flaw::objection)
                .isEqualTo("step 1: class 0 on node 0: uneven");
    }
}
