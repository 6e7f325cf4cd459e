package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class PodGroupTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new PodGroup(
                ApiVersion.V1BETA1,
                ObjectMeta.of("ns", "name"),
                PodGroupSpec.builder().build(),
                PodGroupStatus.EMPTY));
    }

    @Test
    void aGangNeedsItsMinimum() {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ns", "workers", 4);
        assertThat(group.spec().schedulingPolicy()).isEqualTo(new SchedulingPolicy.Gang(4));
        assertThat(group.groupVersion() + " " + group.kind()).isEqualTo("scheduling.k8s.io/v1alpha2 PodGroup");
        assertThat(group.metadata().namespace() + "/" + group.metadata().name()).isEqualTo("ns/workers");
    }

    @Test
    void withAnotherPartKeepsTheRest() {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ns", "workers", 4);
        PodGroup other = group.withMetadata(ObjectMeta.EMPTY).withStatus(PodGroupStatus.EMPTY);
        assertThat(other.spec()).isEqualTo(group.spec());
        assertThat(other.withSpec(PodGroupSpec.builder().build()).metadata()).isEqualTo(ObjectMeta.EMPTY);
    }
}
