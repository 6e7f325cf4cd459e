package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nodes have the label {@code host} with the values n0, n1 and n2. */
class SimilarLabelTest {

    private static List<SimilarLabel> of(Map<String, String> nodeSelector) {
        GroupQuestion question = TightGang.of(3, 4_000, List.of(1_000L), false)
                .withPods(pod -> pod.withSpec(
                        pod.spec().toBuilder().nodeSelector(nodeSelector).build()));
        return Explanation.of(question, question.answer(Budget.DEFAULT), Budget.DEFAULT.meter())
                .similarLabels();
    }

    @Test
    void labelThatDiffersInCaseOrPunctuationIsMeant() {
        assertThat(of(Map.of("Ho-st", "n0"))).containsExactly(new SimilarLabel("Ho-st", null, "host", 3));
    }

    @Test
    void valueThatDiffersInPunctuationIsMeant() {
        assertThat(of(Map.of("host", "n-1"))).containsExactly(new SimilarLabel("host", "n-1", "n1", 1));
    }

    @Test
    void anotherNumberIsAnotherValue() {
        assertThat(of(Map.of("host", "n7"))).isEmpty();
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new SimilarLabel(null, null, "host", 1)).hasMessage("key");
        assertThatThrownBy(() -> new SimilarLabel("hots", null, null, 1)).hasMessage("similar");
    }
}
