package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;

import io.github.workload4j.api.meta.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositePodGroupStatusTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new CompositePodGroupStatus(
                List.of(new Condition("Ready", "True", 1, Instant.EPOCH, "Done", "all is well"))));
    }
}
