package io.github.workload4j.api.release;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterSetupTest {

    private static final FeatureGates GANGS =
            FeatureGates.of(FeatureGate.GENERIC_WORKLOAD, FeatureGate.GANG_SCHEDULING);

    private static ApiObject group(ApiVersion version) {
        return PodGroup.gang(version, "ml", "g", 2);
    }

    private static ApiObject composite(ApiVersion version) {
        return new CompositePodGroup(
                version,
                ObjectMeta.of("ml", "c"),
                CompositePodGroupSpec.builder().build(),
                CompositePodGroupStatus.EMPTY);
    }

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(ClusterSetup.of(KubernetesRelease.V1_36).withFeatureGates(GANGS));
    }

    @Test
    void objectGoesByTheNewestFinalReleaseThatServesIt() {
        assertThat(ClusterSetup.OPEN.releaseOf(group(ApiVersion.V1ALPHA2))).isEqualTo(KubernetesRelease.V1_36);
        assertThat(ClusterSetup.OPEN.releaseOf(group(ApiVersion.V1BETA1))).isEqualTo(KubernetesRelease.V1_37);
        assertThat(ClusterSetup.OPEN.releaseOf(composite(ApiVersion.V1ALPHA3))).isEqualTo(KubernetesRelease.V1_37);
    }

    @Test
    void objectThatOnlyAPreReleaseServesGoesByIt() {
        assertThat(ClusterSetup.OPEN.releaseOf(composite(ApiVersion.V1BETA1))).isEqualTo(KubernetesRelease.V1_38);
    }

    @Test
    void kindThatItsVersionNeverHadGoesByTheWorkloadOfTheVersion() {
        assertThat(ClusterSetup.OPEN.releaseOf(group(ApiVersion.V1ALPHA1))).isEqualTo(KubernetesRelease.V1_35);
    }

    @Test
    void objectOfAnotherApiGoesByTheNewestFinalReleaseUnlessItRefersToAWorkload() {
        Pod plain = new Pod(ObjectMeta.of("ml", "p"), PodSpec.EMPTY, PodStatus.EMPTY);
        Pod referring = plain.withSpec(
                PodSpec.builder().workloadRef(new WorkloadRef("train", "a", "")).build());
        assertThat(ClusterSetup.OPEN.releaseOf(new Namespace(ObjectMeta.of("ml"))))
                .isEqualTo(KubernetesRelease.newestFinal());
        assertThat(ClusterSetup.OPEN.releaseOf(plain)).isEqualTo(KubernetesRelease.newestFinal());
        assertThat(ClusterSetup.OPEN.releaseOf(referring)).isEqualTo(KubernetesRelease.V1_35);
    }

    @Test
    void releaseThatIsSaidHoldsForEveryObject() {
        ClusterSetup setup = ClusterSetup.of(KubernetesRelease.V1_38);
        assertThat(setup.releaseOf(group(ApiVersion.V1ALPHA2))).isEqualTo(KubernetesRelease.V1_38);
        assertThat(setup.releaseOf(new Namespace(ObjectMeta.of("ml")))).isEqualTo(KubernetesRelease.V1_38);
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void everyGateOfTheWorkloadApiIsOnUnlessGatesAreSaid(KubernetesRelease release) {
        assertThat(ClusterSetup.of(release).gatesOf(release)).isEqualTo(release.workloadGates());
        assertThat(ClusterSetup.of(release)
                        .withFeatureGates(FeatureGates.DEFAULTS)
                        .gatesOf(release))
                .isEqualTo(FeatureGates.DEFAULTS);
    }

    @Test
    void gatesWithWhichNoServerStartsAreRefusedWithTheReason() {
        assertThatThrownBy(() -> ClusterSetup.of(KubernetesRelease.V1_37).withFeatureGates(GANGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature gates: no server of Kubernetes 1.37 starts with"
                        + " GenericWorkload=true,GangScheduling=true: GangScheduling is no feature gate of Kubernetes"
                        + " 1.37 (known to 1.35, 1.36)");
        ClusterSetup of136 = ClusterSetup.of(KubernetesRelease.V1_36).withFeatureGates(GANGS);
        assertThatThrownBy(() -> of136.withRelease(KubernetesRelease.V1_38))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("feature gates: no server of Kubernetes 1.38.0-beta.0 starts with ");
    }

    @Test
    void gatesWithoutAReleaseAreThoseOfAnyReleaseThatStartsWithThem() {
        assertThat(ClusterSetup.OPEN.withFeatureGates(GANGS).gates()).contains(GANGS);
        FeatureGates never = FeatureGates.of(FeatureGate.GANG_SCHEDULING, FeatureGate.COMPOSITE_POD_GROUP);
        assertThatThrownBy(() -> ClusterSetup.OPEN.withFeatureGates(never))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("feature gates: no server of any release starts with ");
    }
}
