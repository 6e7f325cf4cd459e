package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
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
}
