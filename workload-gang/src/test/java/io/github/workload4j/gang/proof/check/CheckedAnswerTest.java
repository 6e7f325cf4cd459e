package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedAnswerTest {

    private static final PackingNodes NODES = PackingNodes.of(3, new long[] {1, 1, 0});
    private static final Packing THREE_PODS =
            new Packing(NODES, List.of(PodClass.of(3, 1)), List.of(), PackingGroup.leaf(3, 0));

    @Test
    void aProofHoldsAsLongAsTheChangedNodesDoNotAddEnough() {
        CheckedAnswer answer = CheckedAnswer.of(THREE_PODS, new PackingAnswer.DoesNotFit(Weights.of(1L), 0));
        assertThat(answer.isDecided()).isTrue();
        assertThat(answer.on(NODES.with(0, 0))).isPresent();
        assertThat(answer.on(NODES.with(2, 1))).isEmpty();
    }

    @Test
    void anAnswerThatIsNotAcceptedIsRefused() {
        PackingAnswer forged = new PackingAnswer.DoesNotFit(Weights.of(0L), 0);
        assertThatThrownBy(() -> CheckedAnswer.of(THREE_PODS, forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answer: WORTH: nodes are worth 0 points, 0 are needed (expected: one that is accepted)");
    }

    @Test
    void aForgedAnswerIsUndeterminedByADefect() {
        for (PackingAnswer forged : List.of(
                new PackingAnswer.DoesNotFit(Weights.of(0L), 7),
                new PackingAnswer.Fits(Placement.of(List.of(new Placed(0, 0, 2))), 3, null, 7),
                new PackingAnswer.Fits(Placement.empty(), 2, Weights.of(0L), 7))) {
            CheckedAnswer believed = CheckedAnswer.believed(THREE_PODS, forged, Budget.DEFAULT.meter());
            assertThat(believed.answer())
                    .isEqualTo(new PackingAnswer.Undetermined(Placement.empty(), 3, null, StopReason.DEFECT, 7));
        }
    }

    @Test
    void anAnswerThatCannotBeLookedAtIsUndeterminedByTheBudget() {
        PackingAnswer right = new PackingAnswer.DoesNotFit(Weights.of(1L), 7);
        WorkMeter meter = Budget.steps(1).meter();
        assertThat(CheckedAnswer.believed(THREE_PODS, right, meter).answer())
                .isEqualTo(new PackingAnswer.Undetermined(Placement.empty(), 3, null, StopReason.STEPS, 7));
        assertThat(CheckedAnswer.believed(THREE_PODS, right, Budget.DEFAULT.meter())
                        .answer())
                .isSameAs(right);
    }
}
