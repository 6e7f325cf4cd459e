package io.github.workload4j.api.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindsTest {

    @Test
    void everyVersionKnowsItsKinds() {
        assertThat(Kinds.kinds("scheduling.k8s.io/v1alpha1")).containsExactly("Workload");
        assertThat(Kinds.kinds("scheduling.k8s.io/v1alpha3"))
                .containsExactly("Workload", "PodGroup", "CompositePodGroup");
        assertThat(Kinds.kinds("scheduling.k8s.io/v2")).isEmpty();
        assertThat(Kinds.shape("v1", "Pod")).isNotNull();
        assertThat(Kinds.shape("v1", "Service")).isNull();
    }

    @Test
    void everyKindKnowsItsVersions() {
        assertThat(Kinds.versionsOf("PodGroup"))
                .containsExactly(
                        "scheduling.k8s.io/v1alpha2", "scheduling.k8s.io/v1alpha3", "scheduling.k8s.io/v1beta1");
        assertThat(Kinds.versionsOf("Service")).isEmpty();
    }
}
