package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two pods of size 1 on nodes with 2, 5 and 9 free. */
class RefillTest {

    private static final OrderedPacking QUESTION = new OrderedPacking(
            new Packing(
                    PackingNodes.of(3, new long[] {2, 5, 9}),
                    List.of(PodClass.of(2, 1)),
                    List.of(),
                    PackingGroup.leaf(2, 0)),
            List.of(),
            List.of());

    private static final List<Step> ANSWER = List.of(new Step(0, 0), new Step(0, 1));

    @Test
    void packedPodsGoWhereLeastIsLeft() {
        assertThat(Refill.of(QUESTION, ANSWER, true, Budget.DEFAULT.meter()))
                .containsExactly(new Step(0, 0), new Step(0, 0));
    }

    @Test
    void withoutBudgetTheAnswerStays() {
        assertThat(Refill.of(QUESTION, ANSWER, true, Budget.steps(1).meter())).isSameAs(ANSWER);
    }

    @Test
    void spreadPodsGoWhereMostIsLeft() {
        assertThat(Refill.of(QUESTION, ANSWER, false, Budget.DEFAULT.meter()))
                .containsExactly(new Step(0, 2), new Step(0, 2));
    }
}
