package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Workload MESH = Workload.of(
            ApiVersion.V1ALPHA1, "hpc", "mesh", PodGroupTemplate.gang("ranks", 16), PodGroupTemplate.basic("driver"));

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Workload(ApiVersion.V1BETA1, ObjectMeta.of("ns", "name"), WorkloadSpec.EMPTY));
    }

    @Test
    void findsTheFirstGroupOfAName() {
        assertThat(MESH.podGroup("driver")).contains(PodGroupTemplate.basic("driver"));
        assertThat(MESH.podGroup("none")).isEmpty();
    }

    @Test
    void isOfItsKindAndVersion() {
        assertThat(MESH.groupVersion() + " " + MESH.kind()).isEqualTo("scheduling.k8s.io/v1alpha1 Workload");
    }

    @Test
    void withAnotherPartKeepsTheRest() {
        assertThat(MESH.withSpec(WorkloadSpec.EMPTY).metadata()).isEqualTo(MESH.metadata());
        assertThat(MESH.withMetadata(ObjectMeta.EMPTY).spec()).isEqualTo(MESH.spec());
    }
}
