package io.github.workload4j.api.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesReleaseTest {

    @ParameterizedTest
    @CsvSource({
        "1.37, V1_37",
        "v1.37, V1_37",
        "1.37.2, V1_37",
        "v1.37.2, V1_37",
        "v1.37.2-gke.100, V1_37",
        "v1.36.3-eks-113cf36, V1_36",
        "v1.35.4+k3s1, V1_35",
        "v1.38.0-beta.0, V1_38",
        "1.38.0-alpha.1.12+4f2e0fdc, V1_38",
    })
    void textOfAVersionNamesItsRelease(String text, KubernetesRelease release) {
        assertThat(KubernetesRelease.parse(text)).isEqualTo(release);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.3", "1.34", "1.39.0", "2.37", "1.37.", "1.37.2.1", "1.370", "v1.37 ", "latest"})
    void otherTextNamesNone(String text) {
        assertThat(KubernetesRelease.from(text)).isEmpty();
        assertThatThrownBy(() -> KubernetesRelease.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Kubernetes release: " + text + " (expected: one of 1.35, 1.36, 1.37, 1.38)");
    }

    @Test
    void preReleaseIsNotFinal() {
        assertThat(KubernetesRelease.V1_38.isFinal()).isFalse();
        assertThat(KubernetesRelease.V1_38).hasToString("Kubernetes 1.38.0-beta.0");
        assertThat(KubernetesRelease.V1_37).hasToString("Kubernetes 1.37");
        assertThat(KubernetesRelease.newestFinal()).isEqualTo(KubernetesRelease.V1_37);
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void everyVersionIsServedByARelease(ApiVersion version) {
        assertThat(KubernetesRelease.newestServing(version, "Workload")).isPresent();
    }

    @Test
    void versionIsJudgedByTheNewestFinalReleaseThatServesIt() {
        assertThat(KubernetesRelease.newestServing(ApiVersion.V1ALPHA1, "Workload"))
                .contains(KubernetesRelease.V1_35);
        assertThat(KubernetesRelease.newestServing(ApiVersion.V1ALPHA2, "PodGroup"))
                .contains(KubernetesRelease.V1_36);
        assertThat(KubernetesRelease.newestServing(ApiVersion.V1BETA1, "PodGroup"))
                .contains(KubernetesRelease.V1_37);
        assertThat(KubernetesRelease.newestServing(ApiVersion.V1ALPHA3, "CompositePodGroup"))
                .contains(KubernetesRelease.V1_37);
    }

    @Test
    void kindThatOnlyAPreReleaseServesIsJudgedByIt() {
        assertThat(KubernetesRelease.newestServing(ApiVersion.V1BETA1, "CompositePodGroup"))
                .contains(KubernetesRelease.V1_38);
    }

    @Test
    void kindThatNoReleaseServesIsJudgedByNone() {
        assertThat(KubernetesRelease.newestServing(ApiVersion.V1ALPHA1, "PodGroup"))
                .isEmpty();
        assertThat(KubernetesRelease.serving(ApiVersion.V1ALPHA2, "CompositePodGroup"))
                .isEmpty();
    }

    @Test
    void releasesThatServeAKindAreListedOldestFirst() {
        assertThat(KubernetesRelease.serving(ApiVersion.V1BETA1, "Workload"))
                .containsExactly(KubernetesRelease.V1_37, KubernetesRelease.V1_38);
        assertThat(KubernetesRelease.serving(ApiVersion.V1ALPHA2, "Workload")).containsExactly(KubernetesRelease.V1_36);
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void gatesOfTheWorkloadApiAreOffByDefault(KubernetesRelease release) {
        assertThat(release.gates())
                .filteredOn(FeatureGate::isOfWorkloadApi)
                .isNotEmpty()
                .noneMatch(gate -> FeatureGates.DEFAULTS.isOn(gate, release));
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void serverStartsWithDefaultsAndWithEveryGateOfTheWorkloadApi(KubernetesRelease release) {
        assertThat(release.refusals(FeatureGates.DEFAULTS)).isEmpty();
        assertThat(release.refusals(release.workloadGates())).isEmpty();
        assertThat(release.workloadGates().on()).allMatch(FeatureGate::isOfWorkloadApi);
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void whatAGateNeedsAndWhatAKindNeedsIsKnown(KubernetesRelease release) {
        release.gates()
                .forEach(gate -> assertThat(release.gates())
                        .containsAll(release.gate(gate).orElseThrow().needs()));
        assertThat(release.served()).allMatch(kind -> release.gates().contains(kind.gate()));
    }

    @Test
    void unknownGateIsRefusedWithTheReleasesThatKnowIt() {
        assertThat(texts(
                        KubernetesRelease.V1_38, FeatureGate.GENERIC_WORKLOAD, FeatureGate.POD_GROUP_PREEMPTION_POLICY))
                .containsExactly("PodGroupPreemptionPolicy is no feature gate of Kubernetes 1.38 (known to 1.37)");
        assertThat(texts(KubernetesRelease.V1_37, FeatureGate.GENERIC_WORKLOAD, FeatureGate.GANG_SCHEDULING))
                .containsExactly("GangScheduling is no feature gate of Kubernetes 1.37 (known to 1.35, 1.36)");
        FeatureGates off = FeatureGates.DEFAULTS.with(FeatureGate.GANG_SCHEDULING, false);
        assertThat(KubernetesRelease.V1_37.refusals(off)).hasSize(1);
    }

    @Test
    void gateWithoutWhatItNeedsIsRefused() {
        assertThat(texts(KubernetesRelease.V1_38, FeatureGate.COMPOSITE_POD_GROUP))
                .containsExactly(
                        "CompositePodGroup needs GenericWorkload, TopologyAwareWorkloadScheduling, which are off");
        assertThat(texts(KubernetesRelease.V1_36, FeatureGate.GENERIC_WORKLOAD, FeatureGate.WORKLOAD_AWARE_PREEMPTION))
                .containsExactly("WorkloadAwarePreemption needs GangScheduling, which is off");
    }

    @Test
    void lockedGateIsNotTurnedOff() {
        FeatureGates off = FeatureGates.DEFAULTS.with(FeatureGate.NODE_DECLARED_FEATURES, false);
        assertThat(KubernetesRelease.V1_38.refusals(off))
                .extracting(GateRefusal::toString)
                .containsExactly("NodeDeclaredFeatures cannot be turned off in Kubernetes 1.38");
        assertThat(KubernetesRelease.V1_36.refusals(off))
                .extracting(GateRefusal::toString)
                .containsExactly("InPlacePodLevelResourcesVerticalScaling needs NodeDeclaredFeatures, which is off");
    }

    @Test
    void stagesAreThoseOfTheRelease() {
        GateState of137 = KubernetesRelease.V1_37
                .gate(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING)
                .orElseThrow();
        GateState of138 = KubernetesRelease.V1_38
                .gate(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING)
                .orElseThrow();
        assertThat(of137.stage()).isEqualTo(GateStage.ALPHA);
        assertThat(of138.stage()).isEqualTo(GateStage.BETA);
        assertThat(of138.isOnByDefault()).isFalse();
    }

    private static List<String> texts(KubernetesRelease release, FeatureGate... on) {
        return release.refusals(FeatureGates.of(Arrays.asList(on).toArray(FeatureGate[]::new))).stream()
                .map(GateRefusal::toString)
                .toList();
    }
}
