package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSpecTest {

    private static final JobSpec SPEC = JobSpec.builder()
            .parallelism(1)
            .completions(2)
            .completionMode("Indexed")
            .suspend(true)
            .scheduling(new JobScheduling(null, null, List.of(), null))
            .template(new Pod(
                    ObjectMeta.EMPTY,
                    PodSpec.builder().priorityClassName("high").build(),
                    PodStatus.EMPTY))
            .build();

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(SPEC, "parallelism", "completions", "scheduling");
    }

    @Test
    void aBuilderHoldsEveryPart() {
        assertThat(SPEC.toBuilder().build()).isEqualTo(SPEC);
    }

    @Test
    void podsHaveNumbersOnlyIfTheModeSaysSo() {
        assertThat(SPEC.isIndexed()).isTrue();
        assertThat(SPEC.toBuilder().completionMode("NonIndexed").build().isIndexed())
                .isFalse();
        assertThat(JobSpec.builder().build().isIndexed()).isFalse();
    }
}
