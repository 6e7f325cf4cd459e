package io.github.workload4j.api.meta;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Condition("Ready", "True", 1, Instant.EPOCH, "Done", "all is well"), "lastTransitionTime");
    }

    @Test
    void isTrueOnlyIfItsStatusIsTheWordTrue() {
        assertThat(Condition.builder().type("Ready").status("True").build().isTrue())
                .isTrue();
        assertThat(Condition.builder().type("Ready").status("Unknown").build().isTrue())
                .isFalse();
    }
}
