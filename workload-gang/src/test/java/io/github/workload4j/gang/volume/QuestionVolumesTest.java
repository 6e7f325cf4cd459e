package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.replay.Replay;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers about pods with volumes are those that come out when everything is tried. */
class QuestionVolumesTest {

    @Test
    void answersOfOnePodAreThoseOfTryingEverything() {
        assertThat(fitting(0, 80, 1)).isBetween(10, 70);
    }

    @Test
    void answersOfTwoPodsAreThoseOfTryingEverything() {
        assertThat(fitting(10_000, 40, 2)).isBetween(5, 35);
    }

    @Test
    void answersOfThreePodsAreThoseOfTryingEverything() {
        assertThat(fitting(20_000, 12, 3)).isBetween(1, 11);
    }

    /** {@return how many worlds fit, after all of them have been compared} */
    static int fitting(long seed, int worlds, int pods) {
        int fit = 0;
        for (long s = seed; s < seed + worlds; s++) {
            fit += compare(s, pods) ? 1 : 0;
        }
        return fit;
    }

    private static boolean compare(long seed, int count) {
        String text = RandomVolumes.of(seed, count);
        ManifestWorld world = ManifestWorld.of(text);
        Replay replay = world.replay(ClusterSetup.OPEN);
        List<Pod> pending =
                world.pods().stream().filter(pod -> !pod.isAssigned()).toList();
        int most = new EveryPlacement(replay, world.nodes(), pending, world.storage()).most();
        Verdict verdict = world.answer(ClusterSetup.OPEN, "default", "g");
        boolean isOpen = verdict instanceof Verdict.Undetermined open && open.stopped() == StopReason.CLAIMS;
        assertThat(verdict.word())
                .as("seed %d: %s\n%s", seed, verdict, text)
                .isEqualTo(most > 0 ? "feasible" : isOpen ? "undetermined" : "infeasible");
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(feasible.placed()).as("seed %d\n%s", seed, text).isEqualTo(most);
            assertThat(replay.objections(feasible))
                    .as("seed %d\n%s", seed, text)
                    .isEmpty();
        }
        return most > 0;
    }
}
