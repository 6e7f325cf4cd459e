package io.github.workload4j.api.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureGatesTest {

    @Test
    void untouchedGatesAreAsTheReleaseHasThem() {
        FeatureGates gates = FeatureGates.DEFAULTS;
        assertThat(gates.isOn(FeatureGate.NODE_DECLARED_FEATURES, KubernetesRelease.V1_35))
                .isFalse();
        assertThat(gates.isOn(FeatureGate.NODE_DECLARED_FEATURES, KubernetesRelease.V1_36))
                .isTrue();
        assertThat(gates.isOn(FeatureGate.GENERIC_WORKLOAD, KubernetesRelease.V1_38))
                .isFalse();
    }

    @Test
    void gatesThatAReleaseDoesNotKnowAreOff() {
        FeatureGates gates = FeatureGates.of(FeatureGate.GANG_SCHEDULING);
        assertThat(gates.isOn(FeatureGate.GANG_SCHEDULING, KubernetesRelease.V1_36))
                .isTrue();
        assertThat(gates.isOn(FeatureGate.GANG_SCHEDULING, KubernetesRelease.V1_37))
                .isFalse();
    }

    @Test
    void textTurnsGatesOnAndOff() {
        FeatureGates gates = FeatureGates.parse("GenericWorkload, PodLevelResources=false,CompositePodGroup=true");
        assertThat(gates.on()).containsExactly(FeatureGate.GENERIC_WORKLOAD, FeatureGate.COMPOSITE_POD_GROUP);
        assertThat(gates.off()).containsExactly(FeatureGate.POD_LEVEL_RESOURCES);
        assertThat(gates).hasToString("GenericWorkload=true,CompositePodGroup=true,PodLevelResources=false");
        assertThat(FeatureGates.parse(gates.toString())).isEqualTo(gates);
        assertThat(FeatureGates.parse("")).isEqualTo(FeatureGates.DEFAULTS).hasToString("every gate as by default");
    }

    @Test
    void laterSettingHolds() {
        assertThat(FeatureGates.parse("GenericWorkload,GenericWorkload=false").off())
                .containsExactly(FeatureGate.GENERIC_WORKLOAD);
    }

    @Test
    void namesThatAreNoGatesAreRefused() {
        assertThatThrownBy(() -> FeatureGates.of(List.of("GenericWorklaod")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("feature gate: GenericWorklaod (expected: one of GenericWorkload, ");
        assertThatThrownBy(() -> FeatureGates.parse("GenericWorkload=yes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature gate GenericWorkload: yes (expected: true or false)");
    }

    @Test
    void gateIsNotBothOnAndOff() {
        Set<FeatureGate> gate = Set.of(FeatureGate.GENERIC_WORKLOAD);
        assertThatThrownBy(() -> new FeatureGates(gate, gate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("off: GenericWorkload (expected: none of those that are on)");
    }

    @Test
    void setsAreCopied() {
        Set<FeatureGate> on = EnumSet.of(FeatureGate.GENERIC_WORKLOAD);
        FeatureGates gates = new FeatureGates(on, Set.of());
        on.add(FeatureGate.WORKLOAD_WITH_JOB);
        assertThat(gates.on()).containsExactly(FeatureGate.GENERIC_WORKLOAD);
    }
}
