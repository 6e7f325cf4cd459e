package io.github.workload4j.testkit.measured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the real scheduler did in random worlds, against what we say: never "no" where it bound something, never fewer
 * pods, never tried where it did not try. And the greedy twin does what its cycle did, or says that lots decide.
 */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class RecordedWorldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.37", "1.38"})
    void noAnswerContradictsTheScheduler(String release) {
        Tally tally = new Tally();
        List<String> contradictions = new ArrayList<>();
        for (JsonNode line : RecordedCluster.lines("/conformance/worlds/" + release + ".jsonl.gz")) {
            RecordedWorld world = new RecordedWorld(line);
            tally.add(world);
            if (!world.contradiction().isEmpty()) {
                contradictions.add(world + ": " + world.contradiction());
            }
            if (!world.isPredicted() && world.greedy.lots().isEmpty()) {
                contradictions.add(world + ": no lots, and yet " + world.first + " not " + world.greedy);
            }
            world.objections.forEach(objection -> contradictions.add(world + ": " + objection));
        }
        System.out.println(release + ": " + tally);
        assertThat(contradictions).isEmpty();
        assertThat(tally.share(true)).isGreaterThanOrEqualTo(0.99);
        assertThat(tally.share(false)).isGreaterThanOrEqualTo(0.99);
    }
}
