package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class PodTemplateSpecTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new PodTemplateSpec(
                ObjectMeta.of("a"), PodSpec.builder().nodeName("n").build()));
    }

    @Test
    void ofASpecHasNoMetadata() {
        assertThat(PodTemplateSpec.of(PodSpec.EMPTY)).isEqualTo(PodTemplateSpec.EMPTY);
    }
}
