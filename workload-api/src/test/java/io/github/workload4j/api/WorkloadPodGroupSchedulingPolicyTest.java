package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadPodGroupSchedulingPolicyTest {

    @Test
    void aCountMayBeLeftToTheController() {
        assertThat(new WorkloadPodGroupSchedulingPolicy.Gang(null).minCount()).isNull();
    }

    @Test
    void aManifestWithNoMemberOrTwoCanBeHeld() {
        WorkloadPodGroupSchedulingPolicy.Basic basic = new WorkloadPodGroupSchedulingPolicy.Basic();
        WorkloadPodGroupSchedulingPolicy.Gang gang = new WorkloadPodGroupSchedulingPolicy.Gang(2);
        assertThat(WorkloadPodGroupSchedulingPolicy.of(null, null))
                .isEqualTo(new WorkloadPodGroupSchedulingPolicy.None());
        assertThat(WorkloadPodGroupSchedulingPolicy.of(basic, null)).isEqualTo(basic);
        assertThat(WorkloadPodGroupSchedulingPolicy.of(null, gang)).isEqualTo(gang);
        assertThat(WorkloadPodGroupSchedulingPolicy.of(basic, gang))
                .isEqualTo(new WorkloadPodGroupSchedulingPolicy.Several(basic, gang));
    }

    @Test
    void itsKindsAreValues() {
        requireValue(new WorkloadPodGroupSchedulingPolicy.Gang(2), "minCount");
        requireValue(new WorkloadPodGroupSchedulingPolicy.Basic());
    }
}
