package io.github.workload4j.testkit.measured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the filters of the real scheduler said of each node of a random cluster for a pod, against what we say. */
class RecordedFiltersTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.37", "1.38"})
    void everyNodeIsJudgedAsByTheScheduler(String release) {
        int pairs = 0;
        List<String> differences = new ArrayList<>();
        for (JsonNode line : RecordedCluster.lines("/conformance/filters/" + release + ".jsonl.gz")) {
            RecordedFilters filters = new RecordedFilters(line);
            pairs += filters.pairs;
            filters.differences.forEach(difference -> differences.add(filters + ": " + difference));
        }
        assertThat(differences).isEmpty();
        assertThat(pairs).isGreaterThan(1_000);
    }
}
