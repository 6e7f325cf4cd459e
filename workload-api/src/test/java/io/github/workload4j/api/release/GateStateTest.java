package io.github.workload4j.api.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateStateTest {

    @Test
    void needsAreCopiedAndInTheOrderOfGates() {
        Set<FeatureGate> needs =
                EnumSet.of(FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING, FeatureGate.GENERIC_WORKLOAD);
        GateState state = new GateState(GateStage.ALPHA, false, false, needs);
        needs.clear();
        assertThat(state.needs())
                .containsExactly(FeatureGate.GENERIC_WORKLOAD, FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        assertThatThrownBy(() -> state.needs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new GateState(null, true, true, Set.of())).hasMessage("stage");
        assertThatThrownBy(() -> new GateState(GateStage.BETA, true, true, null))
                .hasMessage("needs");
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void stageOfAGateSaysWhatItsSettingMayBe(KubernetesRelease release) {
        for (FeatureGate gate : release.gates()) {
            GateState state = release.gate(gate).orElseThrow();
            boolean isStable = state.stage() == GateStage.STABLE;
            assertThat(state.isLocked()).as("%s in %s", gate, release).isEqualTo(isStable);
            assertThat(state.isOnByDefault() && state.stage() == GateStage.ALPHA)
                    .as("%s in %s", gate, release)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(KubernetesRelease.class)
    void gateNeedsOnlyGatesThatItsReleaseKnowsAndLetsBeTurnedOff(KubernetesRelease release) {
        for (FeatureGate gate : release.gates()) {
            assertThat(release.gate(gate).orElseThrow().needs())
                    .as("%s in %s", gate, release)
                    .allMatch(need -> !release.gate(need).orElseThrow().isLocked());
        }
    }
}
