package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import org.junit.jupiter.api.Test;

/** Claims of more sizes than columns and rows say all about: answers are those of trying all nodes and volumes. */
class OwnSizesTest {

    @Test
    void answersAreThoseOfTryingAllNodesAndVolumes() {
        int fitting = 0;
        for (long seed = 0; seed < 100L * Integer.getInteger("workload.times", 1); seed++) {
            OwnSizes world = new OwnSizes(seed);
            String text = world.text();
            int most = world.most();
            Verdict verdict = ManifestWorld.of(text).answer(ClusterSetup.OPEN, "default", "g");
            assertThat(verdict.word())
                    .as("seed %d: %s\n%s", seed, verdict, text)
                    .isEqualTo(most >= world.minimum() ? "feasible" : "infeasible");
            if (verdict instanceof Verdict.Feasible feasible) {
                assertThat(feasible.placed()).as("seed %d\n%s", seed, text).isEqualTo(most);
                fitting++;
            }
        }
        assertThat(fitting).isBetween(40, 360);
    }
}
