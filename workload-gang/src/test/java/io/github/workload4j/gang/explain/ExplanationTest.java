package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.RequestPart;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two pods of three cores on two nodes of four: they fit, but not on one host. */
class ExplanationTest {

    private final GroupQuestion apart = TightGang.of(2, 4_000, List.of(3_000L, 3_000L), false);
    private final GroupQuestion onOneHost = apart.withTopologyKey(TightGang.TRAIN, "host");

    private static Explanation explain(GroupQuestion question) {
        return Explanation.of(question, question.answer(Budget.DEFAULT), Budget.DEFAULT.meter());
    }

    @Test
    void everyDomainSaysHowManyPodsItTakesAndWhatIsShort() {
        Explanation explanation = explain(onOneHost);
        assertThat(explanation.key()).isEqualTo("host");
        assertThat(explanation.focus()).isEqualTo(TightGang.TRAIN);
        assertThat(explanation.allDomains()).isEqualTo(2);
        assertThat(explanation.domains()).hasSize(2).allSatisfy(domain -> {
            assertThat(domain.fits()).isEqualTo(1);
            assertThat(domain.needed()).isEqualTo(2);
            assertThat(domain.missing()).isEqualTo(1);
            assertThat(domain.bottleneck()).isInstanceOfSatisfying(Bottleneck.Resource.class, resource -> {
                assertThat(resource.resource()).isEqualTo("cpu");
                assertThat(resource.shortfall()).isEqualTo(2_000);
            });
        });
        assertThat(explanation.complete()).isTrue();
    }

    @Test
    void conflictNamesTheRequirementsAndWhatDroppingEachDoes() {
        Explanation explanation = explain(onOneHost);
        assertThat(explanation.conflicts()).hasSize(1);
        ConflictSet conflict = explanation.conflicts().get(0);
        assertThat(conflict.minimal()).isTrue();
        assertThat(conflict.requirements())
                .containsExactly(
                        new ConflictSet.Dropped(new Requirement.SameDomain(TightGang.TRAIN, "host", null), true),
                        new ConflictSet.Dropped(new Requirement.Request("cpu", 3_000), true));
    }

    @Test
    void nodesWithTheSameReasonsAreOneEntry() {
        PodClassNodes nodes =
                explain(TightGang.of(2, 4_000, List.of(5_000L), false)).nodes().get(0);
        assertThat(nodes.usable()).isZero();
        assertThat(nodes.otherwise()).isZero();
        assertThat(nodes.refusing())
                .containsExactly(new NodeReasons(
                        List.of(new FilterReason.Short("cpu")),
                        2,
                        List.of("n0", "n1"),
                        List.of(new NodeReasons.Closest(
                                "cpu",
                                5_000,
                                4_000,
                                List.of(new RequestPart(RequestPart.Kind.CONTAINER, "main", Quantity.of(5)))))));
    }

    @Test
    void fittingGroupHasNothingToExplain() {
        Explanation explanation = explain(apart);
        assertThat(explanation.proof()).isEqualTo(ProofKind.NONE);
        assertThat(explanation.domains()).isEmpty();
        assertThat(explanation.conflicts()).isEmpty();
    }

    @Test
    void verdictOnAnotherQuestionIsRejected() {
        Verdict other = TightGang.nine().answer(Budget.DEFAULT);
        assertThatThrownBy(() -> Explanation.of(apart, other, Budget.DEFAULT.meter()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of another snapshot or question");
    }
}
