package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesToAddTest {

    private final GroupQuestion nine = TightGang.nine();
    private final Verdict verdict = nine.answer(Budget.DEFAULT);

    @Test
    void fewestNodesOfAShapeThatIsThereAreSuggested() {
        NodesToAdd more = NodesToAdd.of(nine, verdict, Budget.DEFAULT.meter());
        assertThat(more.notLookedAt()).isEmpty();
        assertThat(more.suggestions()).singleElement().satisfies(suggestion -> {
            assertThat(suggestion.count()).isEqualTo(1);
            assertThat(suggestion.exact()).isTrue();
        });
    }

    @Test
    void groupFitsWithTheNodesOfASuggestionAndTheyAreNew() {
        Suggestion.MoreNodes suggestion = NodesToAdd.of(nine, verdict, Budget.DEFAULT.meter())
                .suggestions()
                .get(0);
        List<Node> nodes = NodesToAdd.nodes(suggestion);
        assertThat(nodes).hasSize(1);
        assertThat(nodes.get(0).metadata().name()).isEqualTo("n0-added-0");
        assertThat(nine.on(nine.snapshot().withNodes(nodes)).answer(Budget.DEFAULT))
                .isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void shapesThatTheBudgetDoesNotReachAreNamed() {
        NodesToAdd more = NodesToAdd.of(nine, verdict, Budget.steps(1).meter());
        assertThat(more.suggestions()).isEmpty();
        assertThat(more.notLookedAt()).hasSize(1);
    }
}
