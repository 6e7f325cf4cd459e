package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class JobTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Job(
                ObjectMeta.of("ns", "name"), JobSpec.builder().parallelism(1).build()));
    }

    @Test
    void isOfBatchV1() {
        Job job = new Job(ObjectMeta.EMPTY, JobSpec.builder().build());
        assertThat(job.groupVersion() + " " + job.kind()).isEqualTo("batch/v1 Job");
    }
}
