package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.SlotTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One pending pod that wants two devices of one board, on a node with three on one board and one on another. */
class DeviceRoomTest {

    private static final String WORLD = ClaimingPod.onNodes("a", "b") + """
        apiVersion: resource.k8s.io/v1
        kind: DeviceClass
        metadata: {name: gpu}
        spec: {}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaimTemplate
        metadata: {name: t, namespace: d}
        spec:
          spec:
            devices:
              requests: [{name: r, exactly: {deviceClassName: gpu, count: 2}}]
              constraints: [{matchAttribute: gpu.example.com/board}]
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: a}
        spec:
          driver: gpu.example.com
          nodeName: a
          pool: {name: a, generation: 1, resourceSliceCount: 1}
          devices:
          - {name: gpu-0, attributes: {board: {int: 0}}}
          - {name: gpu-1, attributes: {board: {int: 0}}}
          - {name: gpu-2, attributes: {board: {int: 0}}}
          - {name: gpu-3, attributes: {board: {int: 1}}}
        """;

    private static GroupQuestion question(String world) {
        return ManifestWorld.of(world).question("d", "g");
    }

    @Test
    void devicesMustSuitTogetherAndNotOnlyInNumber() {
        GroupQuestion question = question(WORLD);
        assertThat(question.claims().deviceRoom(0, 0, 9)).isEqualTo(new DeviceRoom(1, true));
        assertThat(question.claims().deviceRoom(0, 1, 9)).isEqualTo(new DeviceRoom(0, true));
        assertThat(SlotTable.of(question, 0, List.of()).cluster().slots()).isEqualTo(1);
        assertThat(SlotTable.of(question, 0, List.of()).exact()).isTrue();
    }

    @Test
    void morePodsThanWaitAreCounted() {
        GroupQuestion question = question(WORLD.replaceAll("constraints: \\[.*\\]", "constraints: []"));
        assertThat(question.claims().deviceRoom(0, 0, 9)).isEqualTo(new DeviceRoom(2, true));
        assertThat(question.claims().deviceRoom(0, 0, 1)).isEqualTo(new DeviceRoom(1, true));
    }

    @Test
    void devicesThatSeveralNodesReachGiveAnUpperBound() {
        GroupQuestion question = question(WORLD.replace("nodeName: a", "allNodes: true"));
        assertThat(question.claims().deviceRoom(0, 0, 9)).isEqualTo(new DeviceRoom(1, false));
        assertThat(SlotTable.of(question, 0, List.of()).exact()).isFalse();
    }
}
