package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobSpecTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new JobSpec(1, 2, new JobScheduling(null, null, List.of(), null)),
                "parallelism",
                "completions",
                "scheduling");
    }
}
