package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodResourceClaimStatus;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.device.AllocatedDevice;
import io.github.workload4j.api.device.DeviceAllocation;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pods that are placed hold their devices. */
class PlacedDevicesTest {

    private static final AssignedDevice GPU =
            new AssignedDevice("c", "r", "gpu.example.com", "n1", "gpu-0", false, Map.of());

    @Test
    void aClaimIsMadeForThePodAndNamedInIt() {
        Pod pod = new Pod(
                ObjectMeta.of("d", "p"),
                PodSpec.builder()
                        .schedulingGroup(new PodSchedulingGroup("g"))
                        .resourceClaims(List.of(new PodResourceClaim("c", null, "t")))
                        .build(),
                PodStatus.EMPTY);
        ClusterSnapshot before = ClusterSnapshot.builder()
                .node("n1", Map.of(), Map.of("pods", "10"))
                .pod(pod)
                .build();
        ClusterSnapshot after = before.withPlaced(List.of(new Assignment("d", "p", "n1", List.of(), List.of(GPU))));
        ResourceClaim claim = after.devices().claims().get(0);
        DeviceAllocation allocation = claim.status().allocation();
        assertThat(claim.metadata().name()).isEqualTo("p-c");
        assertThat(allocation.results()).extracting(AllocatedDevice::device).containsExactly("gpu-0");
        assertThat(allocation.nodeSelector()).isNotNull();
        assertThat(after.membersOf(GroupRef.podGroup("d", "g")).get(0).status().resourceClaimStatuses())
                .containsExactly(new PodResourceClaimStatus("c", "p-c"));
        assertThat(before.devices().claims()).isEmpty();
    }
}
