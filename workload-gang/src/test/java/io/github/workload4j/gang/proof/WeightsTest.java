package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

    @Test
    void listsAreCopied() {
        List<Long> points = new ArrayList<>(List.of(1L));
        Weights weights = new Weights(points, points);
        points.set(0, 2L);
        assertThat(weights).isEqualTo(new Weights(List.of(1L), List.of(1L)));
        assertThat(weights.parts()).isEmpty();
        assertThat(weights.leaves()).isEqualTo(1);
    }

    @Test
    void manyPointsReadAsTheirNumber() {
        assertThat(Weights.of(1L, 2L)).hasToString("Weights[points=[1, 2]]");
        assertThat(new Weights(Collections.nCopies(33, 1L), List.of(1L)))
                .hasToString("Weights[points=33 numbers, sharedPoints=[1]]");
    }
}
