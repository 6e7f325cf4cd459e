package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As {@link QuestionVolumesTest}, in many more worlds. */
class QuestionVolumesLongRun {

    @Test
    void answersAreThoseOfTryingEverything() {
        assertThat(QuestionVolumesTest.fitting(100_000, 4_000, 1)).isBetween(500, 3_500);
        assertThat(QuestionVolumesTest.fitting(200_000, 1_500, 2)).isBetween(200, 1_300);
        assertThat(QuestionVolumesTest.fitting(300_000, 300, 3)).isBetween(30, 270);
    }
}
