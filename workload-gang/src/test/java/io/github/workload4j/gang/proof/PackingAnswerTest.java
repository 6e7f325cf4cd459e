package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackingAnswerTest {

    private static final Placement THREE = Placement.of(List.of(new Placed(0, 0, 1), new Placed(0, 1, 2)));

    @Test
    void asManyPodsAsTheBoundAreTheMost() {
        assertThat(new PackingAnswer.Fits(THREE, 3, null, 0).isMost()).isTrue();
        assertThat(new PackingAnswer.Fits(THREE, 4, null, 0).isMost()).isFalse();
    }

    @Test
    void undeterminedIsSureOfNoMorePodsThanTheBound() {
        assertThat(new PackingAnswer.Undetermined(THREE, 5, null, StopReason.STEPS, 9).sure())
                .isEqualTo(3);
        assertThat(new PackingAnswer.Undetermined(THREE, 2, null, StopReason.STEPS, 9).sure())
                .isEqualTo(2);
    }
}
