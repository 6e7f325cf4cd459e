package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One pod of three cores and one of five, on two nodes of four. */
class FragmentationTest {

    private final GroupQuestion question = TightGang.of(2, 4_000, List.of(3_000L, 5_000L), false);

    @Test
    void whatANodeTooSmallForAShapeHasFreeIsUnusableForIt() {
        Fragmentation cpu = Fragmentation.of(question, "cpu");
        assertThat(cpu.free()).isEqualTo(8_000);
        assertThat(cpu.shapes()).extracting(Fragmentation.OfShape::unusable).containsExactly(0L, 8_000L);
    }

    @Test
    void rateIsTheMeanOverThePods() {
        assertThat(Fragmentation.of(question, "cpu").rate()).isEqualTo(0.5);
    }

    @Test
    void unknownResourceIsRejectedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> Fragmentation.of(question, "gpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resource: gpu (expected: one of cpu, pods)");
    }
}
