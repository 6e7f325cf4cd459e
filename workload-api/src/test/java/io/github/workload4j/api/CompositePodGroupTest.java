package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class CompositePodGroupTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new CompositePodGroup(
                ApiVersion.V1ALPHA3,
                ObjectMeta.of("ns", "name"),
                CompositePodGroupSpec.builder().build(),
                CompositePodGroupStatus.EMPTY));
    }

    @Test
    void isOfItsKindAndVersion() {
        CompositePodGroup group = new CompositePodGroup(
                ApiVersion.V1ALPHA3,
                ObjectMeta.EMPTY,
                CompositePodGroupSpec.builder().build(),
                CompositePodGroupStatus.EMPTY);
        assertThat(group.kind()).isEqualTo("CompositePodGroup");
        assertThat(group.groupVersion()).isEqualTo("scheduling.k8s.io/v1alpha3");
    }
}
