package io.github.workload4j.gang.search.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.Subproblem;
import org.junit.jupiter.api.Test;

class IncumbentTest {

    private final Subproblem subproblem =
            Questions.whole(Questions.leaf(2, new long[] {4, 4}, PodClass.of(5, 1), PodClass.of(3, 3)));

    private final Incumbent incumbent = new Incumbent(subproblem.reduced);

    private PartialPlacement placed(int pods) {
        PartialPlacement partial = new PartialPlacement(subproblem);
        partial.start(0, 0, pods);
        return partial;
    }

    @Test
    void onlyBetterPlacementsAreKept() {
        incumbent.offer(placed(3));
        incumbent.offer(placed(2));
        assertThat(incumbent.pods()).isEqualTo(3);
        assertThat(incumbent.target()).isEqualTo(4);
        assertThat(incumbent.placement()).containsExactly(new Placed(0, 0, 3));
    }

    @Test
    void onlyLowerUpperBoundsAreKept() {
        incumbent.tighten(6, Weights.of(1L, 1L));
        incumbent.tighten(7, Weights.of(2L, 2L));
        assertThat(incumbent.upperBound()).isEqualTo(6);
        assertThat(incumbent.noMore()).isEqualTo(Weights.of(1L, 1L));
    }

    @Test
    void theSearchEndsWhereBothBoundsMeet() {
        incumbent.offer(placed(3));
        assertThatThrownBy(() -> incumbent.tighten(3, Weights.of(1L, 1L))).isInstanceOf(Incumbent.Settled.class);
        assertThat(incumbent.upperBound()).isEqualTo(3);
    }

    @Test
    void podsTogetherAreNoAnswer() {
        incumbent.note(placed(1));
        assertThat(incumbent.placement()).isNull();
        assertThat(incumbent.pods()).isZero();
        assertThat(incumbent.together().pods()).isEqualTo(1);
    }
}
