package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A pod that asks for a device, on a node with three: one with a taint, one that is held. */
class DevicesAskedTest {

    private static final String WORLD = ClaimingPod.onNodes("a") + """
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
        kind: ResourceSlice
        metadata: {name: a}
        spec:
          driver: gpu.example.com
          nodeName: a
          pool: {name: a, generation: 1, resourceSliceCount: 1}
          devices:
          - {name: gpu-0}
          - {name: gpu-1, taints: [{key: broken, value: fan, effect: NoExecute}, {key: told, effect: None}]}
          - {name: gpu-2}
        ---
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: b}
        spec:
          driver: net.example.com
          nodeName: a
          pool: {name: a, generation: 1, resourceSliceCount: 1}
          devices: [{name: net-0, taints: [{key: slow, effect: NoSchedule}]}]
        """;

    private static DevicesAsked asked(String world) {
        return ManifestWorld.of(world).question("d", "g").claims().devicesAsked();
    }

    @Test
    void claimsAreToldAndDevicesThatSuitAndTaintsThatKeepThemAway() {
        DevicesAsked asked = asked(WORLD);
        assertThat(asked.isNothing()).isFalse();
        assertThat(asked.claims()).hasSize(1);
        assertThat(asked.taints())
                .extracting(taint -> taint.key() + "=" + taint.value() + ":" + taint.effect())
                .containsExactly("broken=fan:NoExecute");
        assertThat(asked.examples())
                .extracting(each ->
                        each.driver() + "/" + each.pool() + "/" + each.device().name())
                .containsExactly("gpu.example.com/a/gpu-0");
    }

    @Test
    void aQuestionWithoutClaimsAsksNothing() {
        assertThat(asked(WORLD.replaceAll("  resourceClaims: .*\n", "")).isNothing())
                .isTrue();
    }
}
