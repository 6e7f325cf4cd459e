package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;

import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class PriorityClassTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new PriorityClass(ObjectMeta.of("high"), 1000, true, "for training", PreemptionPolicy.NEVER),
                "preemptionPolicy");
    }
}
