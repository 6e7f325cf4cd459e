package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadCompositePodGroupSchedulingPolicyTest {

    @Test
    void aCountMayBeLeftToTheController() {
        assertThat(new WorkloadCompositePodGroupSchedulingPolicy.Gang(null).minGroupCount())
                .isNull();
    }

    @Test
    void aManifestWithNoMemberOrTwoCanBeHeld() {
        WorkloadCompositePodGroupSchedulingPolicy.Basic basic = new WorkloadCompositePodGroupSchedulingPolicy.Basic();
        WorkloadCompositePodGroupSchedulingPolicy.Gang gang = new WorkloadCompositePodGroupSchedulingPolicy.Gang(2);
        assertThat(WorkloadCompositePodGroupSchedulingPolicy.of(null, null))
                .isEqualTo(new WorkloadCompositePodGroupSchedulingPolicy.None());
        assertThat(WorkloadCompositePodGroupSchedulingPolicy.of(basic, null)).isEqualTo(basic);
        assertThat(WorkloadCompositePodGroupSchedulingPolicy.of(null, gang)).isEqualTo(gang);
        assertThat(WorkloadCompositePodGroupSchedulingPolicy.of(basic, gang))
                .isEqualTo(new WorkloadCompositePodGroupSchedulingPolicy.Several(basic, gang));
    }

    @Test
    void itsKindsAreValues() {
        requireValue(new WorkloadCompositePodGroupSchedulingPolicy.Gang(2), "minGroupCount");
        requireValue(new WorkloadCompositePodGroupSchedulingPolicy.Basic());
    }
}
