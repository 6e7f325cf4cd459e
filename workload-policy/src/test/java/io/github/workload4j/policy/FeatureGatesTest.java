package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureGatesTest {

    @Test
    void allAreOnOrNone() {
        assertThat(FeatureGate.values()).allMatch(FeatureGates.ALL::isOn).noneMatch(FeatureGates.NONE::isOn);
    }

    @Test
    void exactlyTheNamedGatesAreOn() {
        FeatureGates gates = FeatureGates.of(List.of("GenericWorkload", "CompositePodGroup"));
        assertThat(gates.on()).containsExactly(FeatureGate.GENERIC_WORKLOAD, FeatureGate.COMPOSITE_POD_GROUP);
    }

    @Test
    void anUnknownNameIsTheCallersMistake() {
        assertThatThrownBy(() -> FeatureGates.of(List.of("GenericWorklaod")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("feature gate: GenericWorklaod (expected: one of GenericWorkload,");
    }

    @Test
    void theSetIsCopied() {
        Set<FeatureGate> gates = EnumSet.of(FeatureGate.GENERIC_WORKLOAD);
        FeatureGates copy = new FeatureGates(gates);
        gates.add(FeatureGate.WORKLOAD_WITH_JOB);
        assertThat(copy.isOn(FeatureGate.WORKLOAD_WITH_JOB)).isFalse();
        assertThatThrownBy(() -> copy.on().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
