package io.github.workload4j.robustness.threads;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@link SharingTest} for a minute. */
class SharingLongRun {

    @Test
    void sixteenThreadsGetTheAnswersOfOneForAMinute() throws Exception {
        SharingTest.check(Duration.ofMinutes(1), 60);
    }
}
