package io.github.workload4j.api.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateRefusalTest {

    private static GateRefusal refusal(GateRefusal.Reason reason, FeatureGate... missing) {
        return new GateRefusal(KubernetesRelease.V1_38, FeatureGate.GANG_SCHEDULING, reason, Set.of(missing));
    }

    @Test
    void rejectsNull() {
        GateRefusal refusal = refusal(GateRefusal.Reason.MISSING, FeatureGate.GENERIC_WORKLOAD);
        assertThatThrownBy(() -> new GateRefusal(null, refusal.gate(), refusal.reason(), Set.of()))
                .hasMessage("release");
        assertThatThrownBy(() -> new GateRefusal(refusal.release(), null, refusal.reason(), Set.of()))
                .hasMessage("gate");
        assertThatThrownBy(() -> new GateRefusal(refusal.release(), refusal.gate(), null, Set.of()))
                .hasMessage("reason");
        assertThatThrownBy(() -> new GateRefusal(refusal.release(), refusal.gate(), refusal.reason(), null))
                .hasMessage("missing");
    }

    @Test
    void unknownGateIsSaidWithTheReleasesThatKnowIt() {
        assertThat(refusal(GateRefusal.Reason.UNKNOWN))
                .hasToString("GangScheduling is no feature gate of Kubernetes 1.38 (known to 1.35, 1.36)");
    }

    @Test
    void lockedGateIsSaidWithItsRelease() {
        assertThat(refusal(GateRefusal.Reason.LOCKED))
                .hasToString("GangScheduling cannot be turned off in Kubernetes 1.38");
    }

    @Test
    void missingGatesAreSaidInTheOrderOfGates() {
        assertThat(refusal(
                        GateRefusal.Reason.MISSING,
                        FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING,
                        FeatureGate.GENERIC_WORKLOAD))
                .hasToString("GangScheduling needs GenericWorkload, TopologyAwareWorkloadScheduling, which are off");
        assertThat(refusal(GateRefusal.Reason.MISSING, FeatureGate.GENERIC_WORKLOAD))
                .hasToString("GangScheduling needs GenericWorkload, which is off");
    }

    @Test
    void missingGatesAreCopied() {
        Set<FeatureGate> missing = EnumSet.of(FeatureGate.GENERIC_WORKLOAD);
        GateRefusal refusal = new GateRefusal(
                KubernetesRelease.V1_36, FeatureGate.GANG_SCHEDULING, GateRefusal.Reason.MISSING, missing);
        missing.clear();
        assertThat(refusal.missing()).containsExactly(FeatureGate.GENERIC_WORKLOAD);
        assertThat(refusal)
                .isEqualTo(KubernetesRelease.V1_36
                        .refusals(FeatureGates.of(FeatureGate.GANG_SCHEDULING))
                        .get(0));
    }
}
