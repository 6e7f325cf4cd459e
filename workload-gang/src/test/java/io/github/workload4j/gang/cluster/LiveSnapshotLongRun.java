package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LiveSnapshotTest}'s comparison at length; see docs/testing.md. */
class LiveSnapshotLongRun {

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103})
    void afterAHundredThousandEventsItIsTheSnapshotBuiltAnew(long seed) {
        assertThat(LiveSnapshotTest.follow(seed, 100_000)).contains("feasible", "infeasible", "gated");
    }

    @Test
    void alsoWithANewSeed() {
        long seed = System.nanoTime();
        System.out.println("LiveSnapshotLongRun: seed " + seed);
        assertThat(LiveSnapshotTest.follow(seed, 100_000)).contains("feasible", "infeasible", "gated");
    }
}
