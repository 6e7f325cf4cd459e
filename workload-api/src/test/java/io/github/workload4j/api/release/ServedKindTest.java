package io.github.workload4j.api.release;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServedKindTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new ServedKind(ApiVersion.V1BETA1, "PodGroup", FeatureGate.GENERIC_WORKLOAD));
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void kindIsServedOnceInAVersionAndItsGateIsOneOfTheRelease(KubernetesRelease release) {
        assertThat(release.served())
                .extracting(kind -> kind.version() + "/" + kind.kind())
                .doesNotHaveDuplicates();
        assertThat(release.served()).extracting(ServedKind::gate).isSubsetOf(release.gates());
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void kindIsNotServedByDefault(KubernetesRelease release) {
        assertThat(release.served())
                .noneMatch(kind -> release.gate(kind.gate()).orElseThrow().isOnByDefault());
    }
}
