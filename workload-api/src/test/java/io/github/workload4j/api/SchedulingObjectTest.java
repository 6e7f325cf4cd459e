package io.github.workload4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchedulingObjectTest {

    @Test
    void isAnObjectOfTheWorkloadApi() {
        SchedulingObject workload = Workload.of(ApiVersion.V1ALPHA1, "ns", "a");
        SchedulingObject group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "a", 1);
        assertThat(workload.groupVersion()).startsWith(ApiVersion.GROUP + "/");
        assertThat(group.groupVersion()).startsWith(ApiVersion.GROUP + "/");
    }
}
