package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.question.GroupQuestion;
import org.junit.jupiter.api.Test;

/** A pod that claims one of four devices, of which one is held and one has a taint, and a node with none. */
class NodeDevicesTest {

    private static final String WORLD = ClaimingPod.onNodes("a", "b") + """
        apiVersion: resource.k8s.io/v1
        kind: DeviceClass
        metadata: {name: gpu}
        spec: {selectors: [{cel: {expression: 'device.driver == "gpu.example.com"'}}]}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaimTemplate
        metadata: {name: t, namespace: d}
        spec: {spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaim
        metadata: {name: other, namespace: d}
        spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}
        status:
          allocation:
            devices: {results: [{request: r, driver: gpu.example.com, pool: a, device: gpu-0}]}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: a}
        spec:
          driver: gpu.example.com
          nodeName: a
          pool: {name: a, generation: 1, resourceSliceCount: 1}
          devices:
          - {name: gpu-0}
          - {name: gpu-1}
          - {name: gpu-2}
          - {name: gpu-3, taints: [{key: broken, effect: NoSchedule}]}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: net}
        spec:
          driver: net.example.com
          nodeName: a
          pool: {name: a, generation: 1, resourceSliceCount: 1}
          devices: [{name: net-0}]
        """;

    private static GroupQuestion question(String world) {
        return ManifestWorld.of(world).question("d", "g");
    }

    @Test
    void devicesThatSuitAreCountedAndThoseThatCanBeHad() {
        assertThat(question(WORLD).claims().devices(0)).isEqualTo(new NodeDevices(4, 2));
        assertThat(question(WORLD).claims().devices(1)).isEqualTo(new NodeDevices(0, 0));
    }

    @Test
    void ofAQuestionWithoutClaimsThereAreNone() {
        assertThat(question(WORLD.replaceAll("  resourceClaims: .*\n", ""))
                        .claims()
                        .devices(0))
                .isEqualTo(new NodeDevices(0, 0));
    }
}
