package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods of size 1 that spread over two nodes with maxSkew 1, where node 1 has room for one. */
class OrderedSearchTest {

    private static OrderedPacking spread(int pods, int minimum) {
        Packing packing = new Packing(
                PackingNodes.of(2, new long[] {5, 1}),
                List.of(PodClass.of(pods, 1)),
                List.of(),
                PackingGroup.leaf(minimum, 0));
        Spread evenly = new Spread(
                0,
                new int[] {0, 1},
                new boolean[] {true, true},
                new int[] {0, 0},
                new boolean[] {true, true},
                false,
                1,
                new boolean[] {true});
        return new OrderedPacking(packing, List.of(), List.of(evenly));
    }

    private static OrderedAnswer answer(OrderedPacking question) {
        return OrderedSearch.answer(
                question, List.of(), List.of(), question.relaxed().pods(), Budget.DEFAULT.meter());
    }

    @Test
    void answerIsValidInItsOrder() {
        OrderedPacking question = spread(3, 3);
        OrderedAnswer answer = answer(question);
        assertThat(answer.steps()).hasSize(3);
        assertThat(OrderCheck.objectionTo(question, answer.steps())).isEmpty();
    }

    @Test
    void allOrdersAreGoneThroughBeforeItIsNo() {
        OrderedAnswer answer = answer(spread(4, 4));
        assertThat(answer.steps()).isEmpty();
        assertThat(answer.stopped()).isNull();
        assertThat(answer.states()).isPositive();
    }

    @Test
    void spentBudgetLeavesTheQuestionOpen() {
        OrderedPacking question = spread(4, 4);
        OrderedAnswer answer = OrderedSearch.answer(
                question, List.of(), List.of(), 4, Budget.steps(1).meter());
        assertThat(answer.steps()).isEmpty();
        assertThat(answer.stopped()).isNotNull();
    }

    @Test
    void simplifiedQuestionHasNoMorePodsThanTheSpreadLetsIn() {
        OrderedPacking simpler = Simplified.of(spread(4, 1));
        assertThat(simpler.relaxed().classes().get(0).count()).isEqualTo(3);
    }
}
